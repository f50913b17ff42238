using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Octokit.Webhooks.Events;
using Sluice.Builds.ControlPlane.Webhooks.Deliveries;
using Sluice.Builds.Tests.World;
using Sluice.Platform.GitHosts;

namespace Sluice.Builds.Tests.ControlPlane.Webhooks;

/// <summary>What is read of GitHub's deliveries is in the model that Octokit keeps of them: no member is read that GitHub does not send.</summary>
public sealed class GitHubModelTests
{
    [Theory]
    [InlineData("push", typeof(PushEvent), Deliveries.GitHubPush)]
    [InlineData("pull_request", typeof(PullRequestEvent), Deliveries.GitHubPull)]
    [InlineData("issue_comment", typeof(IssueCommentEvent), Deliveries.GitHubComment)]
    [InlineData("release", typeof(ReleaseEvent), Deliveries.GitHubRelease)]
    [InlineData("workflow_job", typeof(WorkflowJobEvent), Deliveries.GitHubJob)]
    public void Every_member_of_a_delivery_is_one_of_GitHubs(string name, Type model, string payload)
    {
        using var body = JsonDocument.Parse(payload);

        Unknown(model, body.RootElement, name).ShouldBeEmpty();
        GitHubDeliveries.Read(name, new Payload(body.RootElement)).Delivery.ShouldNotBeNull();
    }

    [Fact]
    public void A_member_that_GitHub_does_not_send_is_noticed()
    {
        using var body = JsonDocument.Parse("""{"ref":"refs/heads/main","commits":[{"id":"a","autor":"x"}],"head":1}""");

        Unknown(typeof(PushEvent), body.RootElement, "push").ShouldBe(["push.commits.autor", "push.head"]);
    }

    private static IEnumerable<string> Unknown(Type model, JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Member(model, member.Name) is { } found ? Unknown(found, member.Value, $"{path}.{member.Name}") : [$"{path}.{member.Name}"]),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Unknown(ItemOf(model), item, path)),
        _ => [],
    };

    private static Type? Member(Type model, string name) =>
        model.GetProperties().FirstOrDefault(property => property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name == name)?.PropertyType;

    private static Type ItemOf(Type model) => typeof(IEnumerable).IsAssignableFrom(model) && model.IsGenericType ? model.GenericTypeArguments[0] : model;
}
