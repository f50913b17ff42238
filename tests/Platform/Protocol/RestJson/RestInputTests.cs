using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Platform.Protocol;
using Sluice.Platform.Protocol.Checking;
using Sluice.Platform.Protocol.RestJson;

namespace Sluice.Platform.Tests.Protocol.RestJson;

/// <summary>Each place of a request, and the member that is in it.</summary>
public sealed class RestInputTests
{
    [Theory]
    [InlineData("", "", """{"name":"n","path":"a/b c"}""")]
    [InlineData("is-flag=true", "", """{"flag":true}""")]
    [InlineData("is-flag=false", "", """{"flag":false}""")]
    [InlineData("count=-7", "", """{"count":-7}""")]
    [InlineData("large=9223372036854775807", "", """{"large":9223372036854775807}""")]
    [InlineData("ratio=0.25", "", """{"ratio":0.25}""")]
    [InlineData("ratio=1e3", "", """{"ratio":1000}""")]
    [InlineData("moment=2015-10-30T18%3A16%3A41.211Z", "", """{"moment":"2015-10-30T18:16:41.211+00:00"}""")]
    [InlineData("moment=2015-10-30T19:16:41%2B01:00", "", """{"moment":"2015-10-30T18:16:41+00:00"}""")]
    [InlineData("second=1446229001.211", "", """{"second":"2015-10-30T18:16:41.211+00:00"}""")]
    [InlineData("text=a&text=b+c%2C&text=", "", """{"texts":["a","b c,",""]}""")]
    [InlineData("counts=1&counts=2", "", """{"counts":[1,2]}""")]
    [InlineData("other=1&count=2&more&X-Amz-Date=3", "", """{"count":2,"others":{"other":"1","more":""}}""")]
    [InlineData("", "x-text: a, b", """{"headerText":"a, b"}""")]
    [InlineData("", "X-Flag: true", """{"headerFlag":true}""")]
    [InlineData("", "X-Count: 3", """{"headerCount":3}""")]
    [InlineData("", "X-Moment: Fri, 30 Oct 2015 18:16:41 GMT", """{"headerMoment":"2015-10-30T18:16:41+00:00"}""")]
    [InlineData("", "X-Iso: 2015-10-30T18:16:41Z", """{"headerIso":"2015-10-30T18:16:41+00:00"}""")]
    [InlineData("", "X-Texts: a, \"b,\\\"c\"|X-Texts: d", """{"headerTexts":["a","b,\"c","d"]}""")]
    [InlineData("", "X-Moments: Fri, 30 Oct 2015 18:16:41 GMT, Sat, 31 Oct 2015 18:16:41 GMT", """{"headerMoments":["2015-10-30T18:16:41+00:00","2015-10-31T18:16:41+00:00"]}""")]
    [InlineData("", "X-Meta-Team: web|x-meta-env: prod", """{"meta":{"Team":"web","env":"prod"}}""")]
    public void A_member_is_where_the_model_places_it(string query, string headers, string expected)
    {
        var more = headers.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(header => header.Split(": ", 2)).Select(parts => KeyValuePair.Create(parts[0], parts[1]));
        var input = Read(EchoModel.Request("PUT", $"/things/n/a/b%20c?x-id=PutThing&{query}", more));
        var whole = JsonNode.Parse("""{"name":"n","path":"a/b c"}""")!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(expected)!.AsObject())
        {
            whole[name] = value?.DeepClone();
        }

        JsonNode.DeepEquals(JsonNode.Parse(input), whole).ShouldBeTrue(input);
    }

    [Fact]
    public void A_body_has_the_members_that_are_in_no_other_place() =>
        Read(EchoModel.Request("PUT", "/things/n/p?x-id=PutThing", body: """{"bodyText":"t","bodyMoment":1446229001.211,"count":5,"name":"other","bodyBlob":"AQI=","bodySmall":{"text":"x"},"unknown":1,"bodySmal":null}"""u8.ToArray()))
            .ShouldBe("""{"name":"n","path":"p","bodyText":"t","bodyMoment":1446229001.211,"bodyBlob":"AQI=","bodySmall":{"text":"x"}}""");

    [Theory]
    [InlineData("/blob", "\u0001{", """{"content":"AXs="}""")]
    [InlineData("/text", "a \"b\"", """{"content":"a \u0022b\u0022"}""")]
    [InlineData("/document", """{"text":"x"}""", """{"content":{"text":"x"}}""")]
    [InlineData("/blob", "", "{}")]
    [InlineData("/text", "", "{}")]
    [InlineData("/document", "", "{}")]
    public void A_payload_is_the_whole_body(string uri, string body, string expected) => Read(EchoModel.Request("PUT", uri, body: Encoding.UTF8.GetBytes(body))).ShouldBe(expected);

    [Theory]
    [InlineData("count=many", "count", "a whole number of 32 bits")]
    [InlineData("count=2147483648", "count", "a whole number of 32 bits")]
    [InlineData("is-flag=TRUE", "flag", "a boolean")]
    [InlineData("is-flag=", "flag", "a boolean")]
    [InlineData("ratio=NaN", "ratio", "a number")]
    [InlineData("moment=yesterday", "moment", "a timestamp (epoch seconds or ISO 8601)")]
    [InlineData("second=99999999999999", "second", "a timestamp (epoch seconds or ISO 8601)")]
    [InlineData("counts=1&counts=b", "counts.2.member", "a whole number of 32 bits")]
    public void What_cannot_be_read_is_a_fault_with_its_place(string query, string at, string expected)
    {
        var request = EchoModel.Request("PUT", $"/things/n/p?x-id=PutThing&{query}");
        var routed = EchoModel.Routes.Find(request)!;
        using var input = RestInput.Read(routed, request);
        InputCheck.Faults(routed.Operation.Input!, input.RootElement).ShouldHaveSingleItem().ToString().ShouldContain($"at '{at}' failed to satisfy constraint: Member must be {expected}, not this");
    }

    [Theory]
    [InlineData("PUT", "/document", "[1]", "expected a JSON object, found Array")]
    [InlineData("PUT", "/document", "{", "Expected depth")]
    [InlineData("PUT", "/text", "\u00ff", "it is not UTF-8")]
    public void A_body_that_cannot_be_read_is_refused(string method, string uri, string body, string why)
    {
        var refusal = Should.Throw<ApiException>(() => Read(EchoModel.Request(method, uri, body: Encoding.Latin1.GetBytes(body))));
        (refusal.Code, refusal.Message.Contains(why, StringComparison.Ordinal)).ShouldBe((CommonErrors.Serialization, true), refusal.Message);
    }

    private static string Read(ApiRequest request)
    {
        using var input = RestInput.Read(EchoModel.Routes.Find(request)!, request);
        return JsonSerializer.Serialize(input.RootElement);
    }
}
