using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Webhooks;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Tests.Webhooks;

public sealed class WebhookEntryTests : IAsyncLifetime, IDisposable
{
    private const string Push = """{"ref":"refs/heads/main","repository":{"name":"app"}}""";
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;
    private readonly Suite _suite = new();

    public async ValueTask InitializeAsync()
    {
        await _suite.KeepAsync(PipelineText.Begin().Stage("Build", PipelineText.Build("Compile")));
        _suite.Refs.Heads[Documents.Repository] = Documents.Commit(1);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public void Dispose() => _suite.Dispose();

    private async Task<StoredWebhook> PutAsync(WebhookAuthenticationType authentication, string? secret = null, string? range = null, string equals = "refs/heads/{Branch}") => await _suite.Get<WebhookCatalog>().PutAsync(
        new WebhookDefinition
        {
            Name = "hook",
            TargetPipeline = "app",
            TargetAction = "Checkout",
            Authentication = authentication,
            AuthenticationConfiguration = new WebhookAuthConfiguration { SecretToken = secret, AllowedIPRange = range },
            Filters = [new WebhookFilterRule { JsonPath = "$.ref", MatchEquals = equals }],
        },
        [],
        Cancellation);

    private async Task<(int Status, string Message)> PostAsync(StoredWebhook webhook, string body, string? from = null, params (string Name, string Value)[] headers)
    {
        var request = new ApiRequest("POST", "/trigger", $"t={webhook.UrlId}&v=1", [.. headers.Select(header => KeyValuePair.Create(header.Name, header.Value))], Encoding.UTF8.GetBytes(body)) { RemoteAddress = from };
        var answer = await _suite.Get<WebhookEntry>().AnswerAsync(request, Cancellation);
        return (answer.Status, JsonNode.Parse(answer.Body.Span)!["message"]!.ToString());
    }

    private static string Hmac(string body, string secret) => "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)));

    private async Task<IReadOnlyList<string?>> TriggersAsync() => [.. (await _suite.Get<ExecutionViews>().ListAsync("app", cancellationToken: Cancellation)).Executions.Select(run => run.Trigger.TriggerType.ToString())];

    [Theory]
    [InlineData("X-Hub-Signature-256", "hmac")]
    [InlineData("X-Hub-Signature", "hmac")]
    [InlineData("X-Gitlab-Token", "s3cret")]
    public async Task A_delivery_of_a_host_that_knows_the_secret_starts_a_run(string header, string value)
    {
        var webhook = await PutAsync(WebhookAuthenticationType.GITHUB_HMAC, "s3cret");

        (await PostAsync(webhook, Push, null, (header, value == "hmac" ? Hmac(Push, "s3cret") : value))).Status.ShouldBe(200);

        (await TriggersAsync()).ShouldBe(["Webhook"]);
    }

    [Fact]
    public async Task A_delivery_that_is_sent_again_is_the_same_run_and_another_one_is_not()
    {
        var webhook = await PutAsync(WebhookAuthenticationType.UNAUTHENTICATED);
        await PostAsync(webhook, Push, null, ("X-GitHub-Delivery", "one"));
        await PostAsync(webhook, Push, null, ("X-GitHub-Delivery", "one"));
        await PostAsync(webhook, Push, null, ("X-GitHub-Delivery", "two"));

        (await TriggersAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_does_not_know_the_secret_is_not_let_in()
    {
        var webhook = await PutAsync(WebhookAuthenticationType.GITHUB_HMAC, "s3cret");

        (await PostAsync(webhook, Push, null, ("X-Hub-Signature-256", Hmac(Push, "guess")))).Status.ShouldBe(403);
        (await PostAsync(webhook, Push)).Status.ShouldBe(403);
        (await TriggersAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("192.0.2.7", 200)]
    [InlineData("::ffff:192.0.2.7", 200)]
    [InlineData("198.51.100.7", 403)]
    [InlineData(null, 403)]
    public async Task By_its_address_only_who_is_in_the_range_is_let_in(string? from, int status)
    {
        var webhook = await PutAsync(WebhookAuthenticationType.IP, range: "192.0.2.0/24");

        (await PostAsync(webhook, Push, from)).Status.ShouldBe(status);
    }

    [Theory]
    [InlineData("""{"ref":"refs/heads/dev"}""", 200, "$.ref is not refs/heads/main")]
    [InlineData("{}", 200, "$.ref is not refs/heads/main")]
    [InlineData("ref=main", 400, "no JSON object")]
    public async Task What_the_filters_do_not_pass_starts_nothing_and_is_told_why(string body, int status, string why)
    {
        var webhook = await PutAsync(WebhookAuthenticationType.UNAUTHENTICATED);

        var answer = await PostAsync(webhook, body);

        (answer.Status, answer.Message.Contains(why, StringComparison.Ordinal)).ShouldBe((status, true), answer.Message);
        (await TriggersAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_address_that_is_none_is_not_found() =>
        (await PostAsync(new StoredWebhook((await PutAsync(WebhookAuthenticationType.UNAUTHENTICATED)).Definition, "00000000-0000-0000-0000-00000000ffff", null), Push)).Status.ShouldBe(404);

    [Theory]
    [InlineData(WebhookAuthenticationType.GITHUB_HMAC, null, null, "refs/heads/{Branch}", "InvalidWebhookAuthenticationParametersException")]
    [InlineData(WebhookAuthenticationType.IP, null, "300.1.2.3", "refs/heads/{Branch}", "InvalidWebhookAuthenticationParametersException")]
    [InlineData(WebhookAuthenticationType.UNAUTHENTICATED, "s", null, "refs/heads/{Branch}", "InvalidWebhookAuthenticationParametersException")]
    [InlineData(WebhookAuthenticationType.UNAUTHENTICATED, null, null, "refs/heads/{Brunch}", "InvalidWebhookFilterPatternException")]
    public async Task What_cannot_be_is_refused_by_name(WebhookAuthenticationType authentication, string? secret, string? range, string equals, string code) =>
        (await Should.ThrowAsync<ApiException>(() => PutAsync(authentication, secret, range, equals))).Code.ShouldBe(code);

    [Fact]
    public async Task A_webhook_that_is_changed_keeps_its_address()
    {
        var before = await PutAsync(WebhookAuthenticationType.UNAUTHENTICATED);
        var after = await PutAsync(WebhookAuthenticationType.GITHUB_HMAC, "s3cret");

        after.UrlId.ShouldBe(before.UrlId);
        after.Definition.AuthenticationConfiguration.SecretToken.ShouldBeNull();
    }
}
