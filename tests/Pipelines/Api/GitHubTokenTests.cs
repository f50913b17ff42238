using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Sources;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Platform;
using Sluice.Platform.Access;
using Sluice.Platform.Accounts;
using Sluice.Platform.Connections;
using Sluice.Platform.Tables;

namespace Sluice.Pipelines.Tests.Api;

/// <summary>The token of GitHub's older source: sealed where it is stored, hidden where it is shown, and used to sign in.</summary>
public sealed class GitHubTokenTests : IDisposable
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;
    private readonly Suite _suite = new();

    public void Dispose() => _suite.Dispose();

    private static JsonObject Pipeline(string token, string branch = "main") => new()
    {
        ["pipeline"] = JsonNode.Parse(new PipelineText("app")
            .Stage("Source", PipelineText.Action("Checkout", "Source/ThirdParty/GitHub", outputs: "Source", configuration: new JsonObject { ["Owner"] = "team", ["Repo"] = "shop", ["Branch"] = branch, ["OAuthToken"] = token }))
            .Stage("Build", PipelineText.Build("Compile")).With("roleArn", "arn:aws:iam::123456789012:role/pipeline").ToString()),
    };

    private async Task<string> CallAsync(string operation, JsonObject input) => (await new WireApi(_suite.Services, "codepipeline").CallAsync(operation, input))?.ToJsonString() ?? "";

    private async Task<SourceRepository> RepositoryAsync()
    {
        var source = (await _suite.Get<PipelineStore>().GetAsync("app", Cancellation)).Pipeline.Stages[0].Actions[0];
        return await _suite.Get<GitRepositoriesOfActions>().OfAsync(source, Cancellation);
    }

    /// <summary>What the source signs in with.</summary>
    private async Task<string> TokenAsync()
    {
        await using var platform = new ServiceCollection().AddSingleton<ITable>(_suite.Stored).AddSingleton<ISecretBox>(new PlainBox()).AddSingleton(SuiteAccount.OneMachine).AddPlatform().BuildServiceProvider();
        var opened = await platform.GetRequiredService<IConnections>().OpenAsync((await RepositoryAsync()).ConnectionArn!, Cancellation);
        return opened.SignIn.ShouldBeOfType<TokenSignIn>().Token;
    }

    /// <summary>All that is in the table.</summary>
    private async Task<string> StoredAsync() => string.Concat((await _suite.Stored.ReadAsync(0, 20_000)).Select(record => record.NewImage?.ToJsonString()));

    [Fact]
    public async Task A_token_is_sealed_shown_to_nobody_and_used_to_sign_in()
    {
        var created = await CallAsync("CreatePipeline", Pipeline("hush-1"));

        created.ShouldContain("\"OAuthToken\":\"****\"");
        (await CallAsync("GetPipeline", new JsonObject { ["name"] = "app" })).ShouldContain("\"OAuthToken\":\"****\"");
        (await StoredAsync()).ShouldNotContain("hush-1");
        ((await RepositoryAsync()).Address, await TokenAsync()).ShouldBe(("https://github.com/team/shop.git", "hush-1"));
    }

    [Fact]
    public async Task An_update_with_what_was_shown_keeps_the_token_and_one_with_another_replaces_it_for_all_versions()
    {
        await CallAsync("CreatePipeline", Pipeline("hush-1"));
        var connection = (await RepositoryAsync()).ConnectionArn;

        (await CallAsync("UpdatePipeline", Pipeline("****", "dev"))).ShouldContain("\"OAuthToken\":\"****\"");
        ((await RepositoryAsync()).ConnectionArn, (await RepositoryAsync()).Branch, await TokenAsync()).ShouldBe((connection, "dev", "hush-1"));

        await CallAsync("UpdatePipeline", Pipeline("hush-2"));
        ((await RepositoryAsync()).ConnectionArn, await TokenAsync()).ShouldBe((connection, "hush-2"));
        (await StoredAsync()).ShouldNotContain("hush-");
    }

    [Fact]
    public async Task The_same_document_again_is_no_change()
    {
        var text = Pipeline("hush-1").ToJsonString();
        await _suite.Get<PipelineCatalog>().CreateAsync("p.json", text, Cancellation);

        (await _suite.Get<PipelineCatalog>().CreateAsync("p.json", text, Cancellation)).Pipeline.Version.ShouldBe(1);
        (await _suite.Get<PipelineCatalog>().UpdateAsync("p.json", text, Cancellation)).Pipeline.Version.ShouldBe(1);
        (await TokenAsync()).ShouldBe("hush-1");
    }

    [Fact]
    public async Task What_was_never_shown_is_no_token() =>
        (await new WireApi(_suite.Services, "codepipeline").RefusedAsync("CreatePipeline", Pipeline("****"))).Message.ShouldContain("a token of GitHub was expected");

    [Fact]
    public async Task A_pipeline_that_is_deleted_takes_its_token_with_it()
    {
        await CallAsync("CreatePipeline", Pipeline("hush-1"));
        var arn = (await RepositoryAsync()).ConnectionArn!;

        await CallAsync("DeletePipeline", new JsonObject { ["name"] = "app" });

        (await _suite.Get<ConnectionStore>().FindAsync(arn, Cancellation)).ShouldBeNull();
    }
}
