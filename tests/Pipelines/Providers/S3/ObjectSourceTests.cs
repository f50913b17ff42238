using Sluice.Pipelines.Model;
using Sluice.Pipelines.Providers;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Platform.Actions;
using Sluice.Platform.Objects;

namespace Sluice.Pipelines.Tests.Providers.S3;

public sealed class ObjectSourceTests
{
    private static readonly ObjectRef At = new("packages", "releases/app.zip");
    private static readonly byte[] App = Zips.Of(("appspec.yml", "version: 0.0"));

    [Fact]
    public void The_object_is_the_artifact_and_variables_say_which() => Play(App, null, async (host, request) =>
    {
        var etag = await EtagAsync(host);

        var result = await host.RunAsync(request);

        result.Status.ShouldBe(ActionStatus.Succeeded, result.Message);
        result.ExternalExecutionId.ShouldBe(etag);
        result.OutputVariables.ShouldBe(new Dictionary<string, string> { ["BucketName"] = At.Bucket, ["ObjectKey"] = At.Key, ["ETag"] = etag });
        var taking = request with { InputArtifacts = result.OutputArtifacts };
        await using var files = await host.Suite.Get<ActionArtifacts>().OpenAsync(taking, "Source", CancellationToken.None);
        files.Paths.ShouldBe(["appspec.yml"]);
    });

    [Fact]
    public void An_object_that_was_replaced_meanwhile_is_not_taken_for_it() => Play(App, "d41d8cd98f00b204e9800998ecf8427e", async (host, request) =>
    {
        var result = await host.RunAsync(request);
        result.Message.ShouldBe("s3://packages/releases/app.zip has no version 'd41d8cd98f00b204e9800998ecf8427e' any more: it was deleted, or replaced in a bucket that keeps no versions.");
        result.ErrorCode.ShouldBe(ActionErrors.Source);
    });

    [Fact]
    public void What_is_no_zip_is_refused() => Play([1, 2, 3], null, async (host, request) =>
        (await host.RunAsync(request)).Message!.ShouldStartWith("The artifact 'Source' is no zip that can be read"));

    [Fact]
    public void A_run_without_a_revision_of_it_fails() => Play(App, null, async (host, request) =>
        (await host.RunAsync(request with { ActionName = "Other" })).Message.ShouldBe("The run has no revision of the source 'Other'."));

    private static async Task<string> EtagAsync(ActionHost host)
    {
        await using var stored = await ((IObjectStore)host.Suite.Objects).OpenVersionAsync(At, null, CancellationToken.None);
        return stored.ETag;
    }

    private static void Play(byte[] content, string? revision, Func<ActionHost, ActionRequest, Task> scenario)
    {
        using var host = new ActionHost();
        host.Time.Run(async () =>
        {
            host.Suite.Objects[At] = content;
            var request = await host.RequestAsync("Source/S3", new Dictionary<string, string> { ["S3Bucket"] = At.Bucket, ["S3ObjectKey"] = At.Key }) with { OutputArtifacts = ["Source"] };
            var commit = new SourceCommit("Act", At.ToString(), "", revision ?? await EtagAsync(host));
            await host.Suite.Get<PipelineRunStore>().ChangeAsync("app", request.PipelineExecutionId, turn => turn.With(turn.Run with { SourceRevisions = [commit] }), CancellationToken.None);
            await scenario(host, request);
            return true;
        });
    }
}
