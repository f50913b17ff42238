using System.Text;
using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Wire;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Tests.Cloud.Wire;

public sealed class QueryWireTests
{
    private static readonly OperationContext Context = new("request-1", new Caller("AKIA", "admin"));

    [Fact]
    public void A_form_spells_objects_and_lists_in_their_order() =>
        QueryForm.Read(QueryForm.Parameters("Action=X&Version=1&Name=a%20b+c&Targets.member.2.Id=two&Targets.member.1.Id=one&Matcher.HttpCode=200&Empty=")).ToJsonString()
            .ShouldBe("""{"Name":"a b c","Targets":[{"Id":"one"},{"Id":"two"}],"Matcher":{"HttpCode":"200"}}""");

    [Theory]
    [InlineData("A=1&A.B=2")]
    [InlineData("A.B=2&A=1")]
    [InlineData("A.member.x=1")]
    [InlineData("A.member.0=1")]
    [InlineData("A.member.1001=1")]
    [InlineData("A.member.99999999999999=1")]
    public void A_form_that_spells_nothing_is_refused(string form) =>
        Should.Throw<ApiException>(() => QueryForm.Read(QueryForm.Parameters(form))).Code.ShouldBe("MalformedInput");

    [Fact]
    public void Answers_are_xml_that_escapes_what_it_must() =>
        QueryXml.Answer("Describe", JsonNode.Parse("""{"Items":[{"Name":"a<b&c\u0001"}],"None":null,"Flag":true}""")!, "urn:x", "r").ShouldBe(
            """<DescribeResponse xmlns="urn:x"><DescribeResult><Items><member><Name>a&lt;b&amp;c</Name></member></Items><Flag>true</Flag></DescribeResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></DescribeResponse>""");

    [Fact]
    public async Task CloudWatch_answers_older_clients_queries_too()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        var put = Form("Action=PutMetricAlarm&Version=2010-08-01&AlarmName=errors&Namespace=Shop&MetricName=Errors&Statistic=Sum&Period=60&EvaluationPeriods=1&Threshold=1.5&ComparisonOperator=GreaterThanThreshold&ActionsEnabled=false&Dimensions.member.1.Name=Region&Dimensions.member.1.Value=north");

        var (status, created) = await AnswerAsync(cloud, "monitoring", put);
        var (_, described) = await AnswerAsync(cloud, "monitoring", Form("Action=DescribeAlarms&Version=2010-08-01&AlarmNames.member.1=errors"));
        var (missing, error) = await AnswerAsync(cloud, "monitoring", Form("Action=DeleteAlarms&Version=2010-08-01&AlarmNames.member.1=none"));
        var (unknown, named) = await AnswerAsync(cloud, "monitoring", Form("Action=PutDashboard&Version=2010-08-01"));

        status.ShouldBe(200, created);
        described.ShouldContain("<AlarmName>errors</AlarmName>");
        described.ShouldContain("<Threshold>1.5</Threshold>");
        described.ShouldContain("<ActionsEnabled>false</ActionsEnabled>");
        (missing, unknown).ShouldBe((404, 400));
        error.ShouldContain("<Code>ResourceNotFound</Code>");
        named.ShouldContain("cloudwatch:PutDashboard is not served on this machine");
    }

    [Theory]
    [InlineData("MetricData.member.1.MetricName=n&MetricData.member.1.Value=NaN&Namespace=Shop", "InvalidParameterValue", "The value NaN for parameter MetricData.member.1.Value is invalid.")]
    [InlineData("MetricData.member.1.Value=1&Namespace=Shop", "MissingParameter", "The parameter MetricData.member.1.MetricName is required.")]
    [InlineData("MetricData.member.1.MetricName=n&Namespace=Shop", "InvalidParameterCombination", "At least one of the parameters MetricData.member.1.Value, ")]
    public async Task Metric_data_is_refused_by_the_codes_that_queries_have_for_it(string form, string code, string says)
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();

        var (status, error) = await AnswerAsync(cloud, "monitoring", Form("Action=PutMetricData&Version=2010-08-01&" + form));

        status.ShouldBe(400);
        error.ShouldContain($"<Code>{code}</Code>");
        error.ShouldContain(says);
    }

    [Theory]
    [InlineData("Version=2011-06-15", "MissingAction", "The request names no Action.")]
    [InlineData("Action=AssumeRole&Version=2011-06-15", "InvalidAction", "sts:AssumeRole is not served on this machine; GetCallerIdentity is.")]
    public async Task A_token_service_that_is_asked_for_something_else_says_what_it_answers(string form, string code, string says)
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();

        var (status, answer) = await AnswerAsync(cloud, "sts", Form(form));

        (status, answer.Contains($"<Code>{code}</Code>"), answer.Contains(says)).ShouldBe((400, true, true), answer);
    }

    [Theory]
    [InlineData("InvalidSignatureException", 403, "SignatureDoesNotMatch")]
    [InlineData("UnrecognizedClientException", 403, "InvalidClientTokenId")]
    [InlineData("AccessDeniedException", 403, "AccessDenied")]
    [InlineData("MissingAuthenticationTokenException", 403, "MissingAuthenticationToken")]
    [InlineData("IncompleteSignatureException", 400, "IncompleteSignature")]
    [InlineData("LoadBalancerNotFoundException", 400, "LoadBalancerNotFound")]
    [InlineData("InternalFailure", 500, "InternalFailure")]
    public void Refusals_have_a_query_services_names(string code, int status, string name)
    {
        var answer = new QueryProtocol("1", "urn:x").Refuse(code, "why", "r");

        answer.Status.ShouldBe(status);
        Encoding.UTF8.GetString(answer.Body.Span).ShouldContain($"<Code>{name}</Code>");
    }

    private static ApiRequest Form(string form) => new(
        "POST", "/", "", [KeyValuePair.Create("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")], Encoding.UTF8.GetBytes(form));

    private static async Task<(int Status, string Body)> AnswerAsync(CloudUnderTest cloud, string signingName, ApiRequest request)
    {
        var service = cloud.Services.Emulated.First(service => service.SigningName == signingName);
        ApiResponse answer;
        try
        {
            answer = await service.AnswerAsync(service.OperationOf(request), request, Context, TestContext.Current.CancellationToken);
        }
        catch (ApiException e)
        {
            answer = service.Refuse(e.Code, e.Message, "request-1");
        }

        return (answer.Status, Encoding.UTF8.GetString(answer.Body.Span));
    }
}
