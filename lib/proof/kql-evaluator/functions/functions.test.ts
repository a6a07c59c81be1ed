import { describe, expect, it } from 'vitest'
import { evaluateQuery } from '../evaluate-query'

const now = new Date('2020-06-15T12:30:00Z')
const value = (expression: string): unknown =>
  evaluateQuery(`print x = ${expression}`, { now })[0]?.x

describe("the table of Microsoft's parse_xml page", () => {
  it.each([
    ['<e/>', { e: null }],
    ['<e>text</e>', { e: 'text' }],
    ['<e name="value" />', { e: { '@name': 'value' } }],
    ['<e name="value">text</e>', { e: { '@name': 'value', '#text': 'text' } }],
    ['<e> <a>text</a> <b>text</b> </e>', { e: { a: 'text', b: 'text' } }],
    ['<e> <a>text</a> <a>text</a> </e>', { e: { a: ['text', 'text'] } }],
    ['<e> text <a>text</a> </e>', { e: { '#text': 'text', a: 'text' } }],
    ['<e>a &lt;b&gt; &amp;amp; &#65;</e>', { e: 'a <b> &amp; A' }],
    ['<e>', null],
    ['<a></b>', null],
    ['', null],
  ])('%s', (xml, expected) => {
    expect(value(`parse_xml(@'${xml}')`)).toEqual(expected)
  })
})

describe('scalar functions', () => {
  it.each([
    // extract page
    ['extract("x=([0-9.]+)", 1, "hello x=45.6|wo")', '45.6'],
    ['extract("x=([0-9.]+)", 1, "hello")', ''],
    // extract_all page
    [String.raw`extract_all(@"([\da-f]{2})", "82b8be2d")`, ['82', 'b8', 'be', '2d']],
    [
      String.raw`extract_all(@"(\w)(\w+)(\w)", dynamic([1,3]), "82b8 be2d")`,
      [
        ['8', '8'],
        ['b', 'd'],
      ],
    ],
    // replace_regex page
    [String.raw`replace_regex("Number is 1", @"is (\d+)", @"was: \1")`, 'Number was: 1'],
    ['replace_string("A&amp;B&amp;", "&amp;", "&")', 'A&B&'],
    // trim page
    ['trim("--", "--https://bing.com--")', 'https://bing.com'],
    [String.raw`trim(@"[^\w]+", "-  Te st1// $")`, 'Te st1'],
    // split page
    ['split("aa_bb", "_")', ['aa', 'bb']],
    ['split("aaa_bbb_ccc", "_", 1)', ['bbb']],
    ['split("aa_", "_")', ['aa', '']],
    ['split("", "_")', ['']],
    ['split("a__b", "_")', ['a', '', 'b']],
    ['strcat("hello", " ", "world")', 'hello world'],
    ['strcat("port ", 25)', 'port 25'],
    ['substring("123456", 2, 2)', '34'],
    ['substring("123456", 1)', '23456'],
    ['indexof("abcdefg", "cde")', 2],
    ['indexof("abcdefg", "")', 0],
    ['strlen("hello")', 5],
    ['toint("123")', 123],
    ['toint("abc")', null],
    ['tolong("0x1f4")', 500],
    // tohex page
    ['tohex(256)', '100'],
    ['tohex(256, 8)', '00000100'],
    ['tohex(256, 2)', '100'],
    ['toint("4294967296")', null],
    ['tobool("true")', true],
    ['tobool("nope")', null],
    ['tostring(dynamic({"a":[1,"b"]}))', '{"a":[1,"b"]}'],
    ['iff(1 == 2, "a", "b")', 'b'],
    ['case(false, "a", true, "b", "c")', 'b'],
    ['coalesce(tolong("not a number"), tolong("42"), 33)', 42],
    ['7 / 2', 3],
    ['7 % 2', 1],
    ['7.0 / 2', 3.5],
    ['5 between (1 .. 5)', true],
    ['bag_pack("a", 1, "b", "x")', { a: 1, b: 'x' }],
    ['bag_merge(dynamic({"A1":12,"B1":2}), dynamic({"A1":31,"C":3}))', { A1: 12, C: 3, B1: 2 }],
    ['array_length(dynamic([1, 2, 3]))', 3],
    ['dynamic({"a":{"b":[1,2]}}).a.b[-1]', 2],
    ['parse_json("{\\"a\\": 5}").a', 5],
    ['parse_json("not json")', 'not json'],
    // ipv4_is_in_range page
    ['ipv4_is_in_range("192.168.1.6", "192.168.1.0/24")', true],
    ['ipv4_is_in_range("192.168.1.1", "192.168.1.1")', true],
    ['ipv4_is_in_range("192.168.1.1", "192.168.0.0/24")', false],
    ['ipv4_is_in_range("fe80::1", "10.0.0.0/8")', null],
    ['ipv4_is_in_range("", "10.0.0.0/8")', null],
    ['ipv4_is_match("192.168.1.1/24", "192.168.1.255")', true],
    ['ipv6_is_in_range("fe80::85d:e82c:9446:7994", "fe80::/10")', true],
    ['ipv6_is_in_range("2001:db8::1", "fe80::/10")', false],
    ['ipv6_is_in_range("10.1.2.3", "::ffff:10.0.0.0/104")', true],
    ['base64_decode_tostring("SGVsbG8=")', 'Hello'],
    ['base64_encode_tostring("Hello")', 'SGVsbG8='],
    // datetimes
    ['ago(1d)', '2020-06-14T12:30:00.0000000Z'],
    ['datetime(2020-01-03) - datetime(2020-01-01)', '2.00:00:00'],
    ['datetime_part("hour", now())', 12],
    ['dayofweek(datetime(2015-12-14))', '1.00:00:00'],
    ['getmonth(now())', 6],
    ['week_of_year(datetime(2020-12-31))', 53],
    ['bin(datetime(1970-05-11 13:45:07), 1d)', '1970-05-11T00:00:00.0000000Z'],
    ['bin(7, 5)', 5],
    ['bin(1.75h, 1h)', '01:00:00'],
    ['now() - 90m > datetime(2020-06-15)', true],
  ])('%s', (expression, expected) => {
    expect(value(expression)).toEqual(expected)
  })
})
