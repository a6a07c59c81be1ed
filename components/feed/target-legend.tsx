import { stateClass } from '@/components/ui/target'

/** What the marks of a row mean: their shapes, and the targets in the order in which they stand. */
export function TargetLegend() {
  return (
    <span className="legend">
      <i className={stateClass('compiled')}>KQL</i>
      <i className={stateClass('with-loss')}>KQL with a named loss</i>
      <i className={stateClass('refused')}>refused</i>
      <span>for Defender XDR, ASIM, Azure Monitor</span>
    </span>
  )
}
