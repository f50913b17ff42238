using System.Text.Json.Nodes;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Platform.Access;

namespace Sluice.Pipelines.Tests.Webhooks;

public sealed class WebhookSecretTests : IDisposable
{
    private readonly Suite _suite = new();

    public void Dispose() => _suite.Dispose();

    private async Task<string?> ShownAsync(string role) =>
        (string?)(await new WireApi(_suite.Services, "codepipeline", role).CallAsync("ListWebhooks", []))!["webhooks"]![0]!["definition"]!["authenticationConfiguration"]!["SecretToken"];

    [Fact]
    public async Task A_secret_is_shown_to_those_alone_who_may_set_it()
    {
        await _suite.KeepAsync(PipelineText.Begin());
        var webhook = SingleQuoted.Json("{'webhook':{'name':'hooked','targetPipeline':'app','targetAction':'Checkout','filters':[{'jsonPath':'$.ref'}],'authentication':'GITHUB_HMAC','authenticationConfiguration':{'SecretToken':'hush'}}}");
        await new WireApi(_suite.Services, "codepipeline").CallAsync("PutWebhook", webhook);

        foreach (var role in Roles.All)
        {
            (await ShownAsync(role)).ShouldBe(Roles.Allow(role, "codepipeline:PutWebhook") ? "hush" : "****", role);
        }

        (await ShownAsync(Roles.Reader)).ShouldBe("****");
        (await ShownAsync(Roles.Admin)).ShouldBe("hush");
    }
}
