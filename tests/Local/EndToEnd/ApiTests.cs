using System.Net;
using System.Text.RegularExpressions;
using Sluice.Local.Tests.Clients;

namespace Sluice.Local.Tests.EndToEnd;

/// <summary>The API of a suite that runs, as clients see it.</summary>
public sealed partial class ApiTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("sluice-api-").FullName;

    [Fact]
    public async Task The_aws_command_line_works_with_keys_and_roles_while_the_suite_runs()
    {
        ClientProgram.Need("aws");
        await using var serve = SluiceProcess.Start("serve", "--data", _data);
        var credentials = (await serve.LineAsync("credentials of role admin in ")).Split(" in ")[1];
        var url = await UrlAsync(serve);

        var admin = new AwsCli(url, credentials);
        await admin.RunAsync("deploy", "create-application", "--application-name", "web", "--compute-platform", "Lambda");

        var reader = Path.Combine(_data, "reader");
        await File.WriteAllTextAsync(reader, (await SluiceProcess.RunAsync("keys", "issue", "--role", "reader", "--name", "ci", "--data", _data)).Output, TestContext.Current.CancellationToken);
        var ci = new AwsCli(url, reader);
        (await ci.RunAsync("deploy", "list-applications"))["applications"]!.AsArray().Select(name => (string)name!).ShouldBe(["web"]);
        (await ci.RefusalAsync("deploy", "delete-application", "--application-name", "web")).ShouldContain("(AccessDeniedException)");

        var id = (await SluiceProcess.RunAsync("keys", "list", "--data", _data)).Output.Split('\n').Single(line => line.EndsWith("good  ci", StringComparison.Ordinal)).Split(' ')[0];
        (await SluiceProcess.RunAsync("keys", "revoke", id, "--data", _data)).ExitCode.ShouldBe(0);
        (await ci.RefusalAsync("deploy", "list-applications")).ShouldContain("(UnrecognizedClientException)");
    }

    [Fact]
    public async Task What_is_not_signed_or_of_a_foreign_page_is_refused()
    {
        await using var serve = SluiceProcess.Start("serve", "--data", _data);
        using var http = new HttpClient { BaseAddress = await UrlAsync(serve) };
        (await SendAsync(http, request => request.Headers.Add("X-Amz-Target", "CodeDeploy_20141006.ListApplications")))
            .ShouldBe((HttpStatusCode.BadRequest, """{"__type":"MissingAuthenticationTokenException","message":"Missing Authentication Token"}"""));
        (await SendAsync(http, request => request.Headers.Host = "rebound.example")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await SendAsync(http, request => request.Headers.Add("Origin", "https://evil.example"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await SendAsync(http, request => Image(request, "/2015-03-31/functions/nobody/invocations"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await SendAsync(http, request => Image(request, "/"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await SendAsync(http, Get)).ShouldBe((HttpStatusCode.OK, "Sluice\n"));
        (await SendAsync(http, request =>
        {
            Get(request);
            request.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=A/20261122/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=0");
        })).ShouldBe((HttpStatusCode.BadRequest, """<?xml version="1.0" encoding="UTF-8"?><ErrorResponse><Error><Type>Sender</Type><Code>InvalidAction</Code><Message>iam (GET /) is not served here. Served are cloudwatch, codeartifact, codebuild, codecommit, codeconnections, codedeploy, codepipeline, codestar-connections, ecs, elasticloadbalancing, events, lambda, logs, s3, secretsmanager, sns, sqs, ssm, sts.</Message></Error><RequestId></RequestId></ErrorResponse>"""));
        (await SendAsync(http, request => request.RequestUri = new Uri("/2015-03-31/functions/nobody/invocations", UriKind.Relative))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Keys_of_a_folder_that_is_none_and_roles_that_are_none_are_refused()
    {
        var (exit, _, errors) = await SluiceProcess.RunAsync("keys", "list", "--data", Path.Combine(_data, "none"));
        (exit, errors.Contains("is no data folder", StringComparison.Ordinal)).ShouldBe((2, true));
        (await SluiceProcess.RunAsync("keys", "issue", "--role", "root", "--data", _data)).ExitCode.ShouldBe(2);
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [GeneratedRegex("<RequestId>[^<]*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RequestId();

    private static void Get(HttpRequestMessage request) => (request.Method, request.Content) = (HttpMethod.Get, null);

    private static void Image(HttpRequestMessage request, string path)
    {
        Get(request);
        request.RequestUri = new Uri(path, UriKind.Relative);
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
    }

    private static async Task<Uri> UrlAsync(SluiceProcess serve) => new((await serve.LineAsync("listening on")).Split(' ')[^1]);

    private static async Task<(HttpStatusCode Status, string Body)> SendAsync(HttpClient http, Action<HttpRequestMessage> change)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/", UriKind.Relative)) { Content = new StringContent("{}") };
        change(request);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, RequestId().Replace(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), "<RequestId>"));
    }
}
