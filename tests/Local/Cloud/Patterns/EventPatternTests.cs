using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Patterns;

namespace Sluice.Local.Tests.Cloud.Patterns;

/// <summary>The rules of https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html, a row each.</summary>
public sealed class EventPatternTests
{
    [Theory]
    [InlineData("""{"source":["a"]}""", """{"source":"a","more":1}""", true)]
    [InlineData("""{"source":["a","b"]}""", """{"source":"b"}""", true)]
    [InlineData("""{"source":["a"]}""", """{"source":"b"}""", false)]
    [InlineData("""{"source":["a"]}""", """{}""", false)]
    [InlineData("""{"source":["a"]}""", """{"source":null}""", false)]
    [InlineData("""{"n":[null]}""", """{"n":null}""", true)]
    [InlineData("""{"n":[null]}""", """{"n":""}""", false)]
    [InlineData("""{"n":[null]}""", """{}""", false)]
    [InlineData("""{"n":[""]}""", """{"n":""}""", true)]
    [InlineData("""{"n":[true]}""", """{"n":true}""", true)]
    [InlineData("""{"n":[true]}""", """{"n":"true"}""", false)]
    [InlineData("""{"n":[1]}""", """{"n":1}""", true)]
    [InlineData("""{"n":[1.0]}""", """{"n":1}""", true)]
    [InlineData("""{"n":[1]}""", """{"n":"1"}""", false)]
    [InlineData("""{"detail":{"state":{"value":["ALARM"]}}}""", """{"detail":{"state":{"value":"ALARM"}}}""", true)]
    [InlineData("""{"detail":{"state":{"value":["ALARM"]}}}""", """{"detail":{"state":"ALARM"}}""", false)]
    [InlineData("""{"a":["x"],"b":["y"]}""", """{"a":"x","b":"z"}""", false)]
    public void Exact_values(string pattern, string happened, bool matches) => Check(pattern, happened, matches);

    [Theory]
    [InlineData("""{"r":["x"]}""", """{"r":["w","x"]}""", true)]
    [InlineData("""{"r":["x"]}""", """{"r":[["w"],["x"]]}""", true)]
    [InlineData("""{"r":["x"]}""", """{"r":[]}""", false)]
    [InlineData("""{"l":{"a":[1],"b":[2]}}""", """{"l":[{"a":1,"b":2}]}""", true)]
    [InlineData("""{"l":{"a":[1],"b":[2]}}""", """{"l":[{"a":1,"b":3},{"a":2,"b":2}]}""", false)]
    [InlineData("""{"l":{"a":[1]}}""", """{"l":[]}""", false)]
    public void Lists(string pattern, string happened, bool matches) => Check(pattern, happened, matches);

    [Theory]
    [InlineData("""{"x":[{"prefix":"aws."}]}""", """{"x":"aws.states"}""", true)]
    [InlineData("""{"x":[{"prefix":"aws."}]}""", """{"x":"sluice.codedeploy"}""", false)]
    [InlineData("""{"x":[{"prefix":"aws."}]}""", """{"x":5}""", false)]
    [InlineData("""{"x":[{"prefix":{"equals-ignore-case":"AWS."}}]}""", """{"x":"aws.states"}""", true)]
    [InlineData("""{"x":[{"suffix":".png"}]}""", """{"x":"a.png"}""", true)]
    [InlineData("""{"x":[{"suffix":".png"}]}""", """{"x":"a.jpg"}""", false)]
    [InlineData("""{"x":[{"suffix":{"equals-ignore-case":".png"}}]}""", """{"x":"a.PNG"}""", true)]
    [InlineData("""{"x":[{"equals-ignore-case":"ALARM"}]}""", """{"x":"alarm"}""", true)]
    [InlineData("""{"x":[{"equals-ignore-case":"ALARM"}]}""", """{"x":"alarms"}""", false)]
    [InlineData("""{"x":[{"wildcard":"*.png"}]}""", """{"x":"a/b.png"}""", true)]
    [InlineData("""{"x":[{"wildcard":"dir/*.png"}]}""", """{"x":"dir/.png"}""", true)]
    [InlineData("""{"x":[{"wildcard":"a*b*c"}]}""", """{"x":"a1b2b3c"}""", true)]
    [InlineData("""{"x":[{"wildcard":"a*b*c"}]}""", """{"x":"ac"}""", false)]
    [InlineData("""{"x":[{"wildcard":"aba*aba"}]}""", """{"x":"aba"}""", false)]
    [InlineData("""{"x":[{"wildcard":"a\\*b"}]}""", """{"x":"a*b"}""", true)]
    [InlineData("""{"x":[{"wildcard":"a\\*b"}]}""", """{"x":"axb"}""", false)]
    [InlineData("""{"x":[{"wildcard":"a\\\\*"}]}""", """{"x":"a\\b"}""", true)]
    [InlineData("""{"x":[{"cidr":"10.0.0.0/24"}]}""", """{"x":"10.0.0.255"}""", true)]
    [InlineData("""{"x":[{"cidr":"10.0.0.0/24"}]}""", """{"x":"10.0.1.0"}""", false)]
    [InlineData("""{"x":[{"cidr":"10.0.0.7/24"}]}""", """{"x":"10.0.0.1"}""", true)]
    [InlineData("""{"x":[{"cidr":"2001:db8::/32"}]}""", """{"x":"2001:db8::1"}""", true)]
    [InlineData("""{"x":[{"cidr":"10.0.0.0/24"}]}""", """{"x":"no address"}""", false)]
    public void Texts(string pattern, string happened, bool matches) => Check(pattern, happened, matches);

    [Theory]
    [InlineData("""{"x":[{"numeric":["=",3]}]}""", """{"x":3.0}""", true)]
    [InlineData("""{"x":[{"numeric":[">",0,"<=",5]}]}""", """{"x":5}""", true)]
    [InlineData("""{"x":[{"numeric":[">",0,"<=",5]}]}""", """{"x":0}""", false)]
    [InlineData("""{"x":[{"numeric":["<",-1.5]}]}""", """{"x":-2}""", true)]
    [InlineData("""{"x":[{"numeric":[">=",1e3]}]}""", """{"x":1000}""", true)]
    [InlineData("""{"x":[{"numeric":[">",0]}]}""", """{"x":"5"}""", false)]
    [InlineData("""{"x":[{"exists":true}]}""", """{"x":null}""", true)]
    [InlineData("""{"x":[{"exists":true}]}""", """{}""", false)]
    [InlineData("""{"x":[{"exists":true}]}""", """{"x":{"y":1}}""", false)]
    [InlineData("""{"x":[{"exists":false}]}""", """{}""", true)]
    [InlineData("""{"x":[{"exists":false}]}""", """{"x":1}""", false)]
    [InlineData("""{"a":{"x":[{"exists":false}]}}""", """{}""", true)]
    [InlineData("""{"x":[{"exists":false},"y"]}""", """{"x":"y"}""", true)]
    [InlineData("""{"x":[{"exists":false},"y"]}""", """{"x":"z"}""", false)]
    public void Numbers_and_what_is_there(string pattern, string happened, bool matches) => Check(pattern, happened, matches);

    [Theory]
    [InlineData("""{"x":[{"anything-but":"a"}]}""", """{"x":"b"}""", true)]
    [InlineData("""{"x":[{"anything-but":"a"}]}""", """{"x":"a"}""", false)]
    [InlineData("""{"x":[{"anything-but":"a"}]}""", """{}""", false)]
    [InlineData("""{"x":[{"anything-but":["a","b"]}]}""", """{"x":"b"}""", false)]
    [InlineData("""{"x":[{"anything-but":[1,2]}]}""", """{"x":3}""", true)]
    [InlineData("""{"x":[{"anything-but":5}]}""", """{"x":"5"}""", true)]
    [InlineData("""{"x":[{"anything-but":{"prefix":"init"}}]}""", """{"x":"initial"}""", false)]
    [InlineData("""{"x":[{"anything-but":{"prefix":["a","b"]}}]}""", """{"x":"c"}""", true)]
    [InlineData("""{"x":[{"anything-but":{"suffix":[".txt",".rtf"]}}]}""", """{"x":"a.rtf"}""", false)]
    [InlineData("""{"x":[{"anything-but":{"equals-ignore-case":["INIT"]}}]}""", """{"x":"init"}""", false)]
    [InlineData("""{"x":[{"anything-but":{"wildcard":"*/lib/*"}}]}""", """{"x":"a/lib/b"}""", false)]
    [InlineData("""{"$or":[{"a":[1]},{"b":[2]}]}""", """{"b":2}""", true)]
    [InlineData("""{"$or":[{"a":[1]},{"b":[2]}]}""", """{"b":1}""", false)]
    [InlineData("""{"c":[3],"$or":[{"a":[1]},{"b":[2]}]}""", """{"a":1}""", false)]
    [InlineData("""{"d":{"$or":[{"a":[1]},{"b":[{"numeric":[">",1]}]}]}}""", """{"d":{"b":2}}""", true)]
    public void Alternatives(string pattern, string happened, bool matches) => Check(pattern, happened, matches);

    [Theory]
    [InlineData("""[]""", "an object was expected")]
    [InlineData("""{}""", "at least one member was expected")]
    [InlineData("""{"a":{}}""", "a: at least one member was expected")]
    [InlineData("""{"a":"b","c":[]}""", "a: an object or a list that is not empty was expected; c: an object or a list that is not empty was expected")]
    [InlineData("""{"a":[{"foo":1}]}""", "a[0].foo: is no operator that is known")]
    [InlineData("""{"a":[{"prefix":5}]}""", "a[0].prefix: a text was expected")]
    [InlineData("""{"a":[{"exists":"yes"}]}""", "a[0].exists: true or false was expected")]
    [InlineData("""{"a":["x",{"wildcard":"a**"}]}""", "a[1].wildcard: a text without **")]
    [InlineData("""{"a":[{"cidr":"10.0.0.0/33"}]}""", "a[0].cidr: an address range")]
    [InlineData("""{"a":[{"numeric":["<",1,">",0]}]}""", "a[0].numeric: [\"=\", 3]")]
    [InlineData("""{"a":[{"numeric":[">",5,"<",1]}]}""", "a[0].numeric: [\"=\", 3]")]
    [InlineData("""{"a":[{"numeric":[">",6e9]}]}""", "a[0].numeric: [\"=\", 3]")]
    [InlineData("""{"a":[{"anything-but":["x",1]}]}""", "a[0].anything-but: a text, a number")]
    [InlineData("""{"$or":[{"a":[1]}]}""", "$or: at least two alternatives were expected")]
    [InlineData("""{"a":[1],"a":[2]}""", "it is no JSON")]
    public void What_is_no_pattern_is_refused_with_all_its_faults(string pattern, string says) =>
        Should.Throw<InvalidPatternException>(() => EventPattern.Parse(pattern)).Message.ShouldStartWith(says);

    private static void Check(string pattern, string happened, bool matches) => EventPattern.Parse(pattern).Matches((JsonObject)JsonNode.Parse(happened)!).ShouldBe(matches);
}
