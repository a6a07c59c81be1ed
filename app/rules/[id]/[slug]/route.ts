/** A readable end to a rule's address is welcome and means nothing: the id alone names the rule. */
export async function GET(_: Request, { params }: RouteContext<'/rules/[id]/[slug]'>) {
  const { id } = await params
  const location = `/rules/${encodeURIComponent(id.toLowerCase())}`
  return new Response(null, { status: 308, headers: { Location: location } })
}
