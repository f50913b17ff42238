using System.Text.Json.Nodes;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Providers;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Platform.Actions;
using Sluice.Platform.Objects;

namespace Sluice.Pipelines.Tests.Providers.Ecr;

public sealed class ImageSourceTests
{
    private const string Digest = "sha256:2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";

    [Theory]
    [InlineData(null, "latest")]
    [InlineData("stable", "stable")]
    public void The_image_of_the_tag_is_an_artifact_and_variables(string? tag, string asked) => Play(tag, async (host, request) =>
    {
        var result = await host.RunAsync(request);

        result.Status.ShouldBe(ActionStatus.Succeeded, result.Message);
        result.ExternalExecutionId.ShouldBe(Digest);
        result.OutputVariables.ShouldBe(new Dictionary<string, string>
        {
            ["RegistryId"] = "123456789012", ["RepositoryName"] = "web", ["ImageTag"] = asked, ["ImageDigest"] = Digest, ["ImageURI"] = $"123456789012.dkr.ecr.us-east-1.amazonaws.com/web@{Digest}",
        });
        host.Calls.Single().Parameters.ToJsonString().ShouldBe($$"""{"RepositoryName":"web","ImageIds":[{"ImageTag":"{{asked}}"}]}""");
        var taking = request with { InputArtifacts = new Dictionary<string, ObjectRef> { ["In"] = result.OutputArtifacts["Image"] } };
        JsonNode.Parse(await host.Suite.Get<ActionArtifacts>().ReadFileAsync(taking, "In", "imageDetail.json", 10_000, CancellationToken.None))!.ToJsonString().ShouldBe(
            $$"""{"ImageSizeInBytes":"44728918","ImageDigest":"{{Digest}}","Version":"1.0","ImagePushedAt":"Mon Jan 21 20:04:00 UTC 2019","RegistryId":"123456789012","RepositoryName":"web","ImageURI":"123456789012.dkr.ecr.us-east-1.amazonaws.com/web@{{Digest}}","ImageTags":["latest"]}""");
    });

    [Fact]
    public void An_image_that_whoever_started_the_run_named_is_taken() => Play(null, async (host, request) =>
    {
        await host.Suite.Get<PipelineRunStore>().ChangeAsync("app", request.PipelineExecutionId, turn => turn.With(turn.Run with { SourceRevisions = [new SourceCommit("Act", "web", "", Digest)] }), CancellationToken.None);
        (await host.RunAsync(request)).Status.ShouldBe(ActionStatus.Succeeded);
        host.Calls.Single().Parameters["ImageIds"]!.ToJsonString().ShouldBe($$"""[{"ImageDigest":"{{Digest}}"}]""");
    });

    [Fact]
    public void An_image_that_is_not_there_is_told() => Play("none", async (host, request) =>
    {
        host.Serve = (_, _) => throw new Local.StateMachines.Tasks.TaskFailedException("Ecr.ImageNotFoundException", "no such image");
        (await host.RunAsync(request)).Message.ShouldBe("The image web:none cannot be read. Ecr.ImageNotFoundException: no such image");
    });

    private static void Play(string? tag, Func<ActionHost, ActionRequest, Task> scenario)
    {
        using var host = new ActionHost
        {
            Serve = (_, _) => JsonNode.Parse($$"""{"ImageDetails":[{"RegistryId":"123456789012","RepositoryName":"web","ImageDigest":"{{Digest}}","ImageTags":["latest"],"ImageSizeInBytes":44728918,"ImagePushedAt":"2019-01-21T20:04:00Z"}]}"""),
        };
        host.Time.Run(async () =>
        {
            var configuration = new Dictionary<string, string> { ["RepositoryName"] = "web" };
            if (tag is not null)
            {
                configuration["ImageTag"] = tag;
            }

            await scenario(host, await host.RequestAsync("Source/ECR", configuration) with { OutputArtifacts = ["Image"] });
            return true;
        });
    }
}
