using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Sluice.Builds.ControlPlane.Projects;
using Sluice.Builds.ControlPlane.Webhooks.Deliveries;
using Sluice.Platform.Access;
using Sluice.Platform.GitHosts;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.ControlPlane.Webhooks.Entry;

/// <summary>Takes deliveries of git hosts: <c>POST /webhooks?t=PROJECT</c>, not signed by a key but by the webhook's secret.</summary>
public sealed class WebhookEntry(ProjectStore projects, ISecretBox box, PendingBuilds pending, ILogger<WebhookEntry> logger, IBuildStarter? starter = null)
{
    private const string Path = "/webhooks";
    private const int Accepted = 202;
    private const int Good = 200;
    private const int Malformed = 400;
    private const int Forbidden = 403;
    private const int NotFound = 404;
    private const int TooLarge = 413;
    private const int NotBuilt = 501;

    /// <summary>Whether a request is a delivery.</summary>
    public static bool Takes(ApiRequest request) => request is { Method: "POST", Path: Path };

    /// <summary>Answers a delivery: 202 with the build's id, 200 with why there is none.</summary>
    public async Task<ApiResponse> AnswerAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var read = await request.WithBodyAsync(cancellationToken);
        if (read.Body.Length > ApiRequest.LargestBody)
        {
            return Answer(TooLarge, "message", $"A delivery has at most {ApiRequest.LargestBody} bytes.");
        }

        var id = read.Parameter("t");
        if (!Guid.TryParseExact(id, "D", out _) || await projects.FindByIdAsync(id, cancellationToken) is not { Webhook: { } webhook } project)
        {
            return Answer(NotFound, "message", "There is no such webhook.");
        }

        if (!WebhookSignatures.IsGood(read, project.Project.Source!.Type, await box.OpenAsync(webhook.SealedSecret, id, cancellationToken)))
        {
            logger.LogWarning("A delivery for the project {Project} is refused: it is not signed by the webhook's secret", project.Name);
            return Answer(Forbidden, "message", "The delivery is not signed by the webhook's secret.");
        }

        return await TakeAsync(project, webhook.Webhook, read, cancellationToken);
    }

    private async Task<ApiResponse> TakeAsync(StoredProject project, Webhook webhook, ApiRequest request, CancellationToken cancellationToken)
    {
        using (var document = Payload.Read(request.Body))
        {
            if (document is null)
            {
                return Answer(Malformed, "message", "The body is no JSON object; hosts are to deliver application/json.");
            }
        }

        var read = DeliveryReader.Read(request, project.Project.Source!.Type);
        if (read.Delivery is not { } delivery)
        {
            return Nothing(project, read.Why!);
        }

        var decision = WebhookDecision.Of(webhook, delivery);
        return decision.Outcome switch
        {
            WebhookOutcome.Starts => await StartAsync(Build(), cancellationToken),
            WebhookOutcome.Waits => await WaitAsync(project, delivery, Build(), decision.Why!, cancellationToken),
            WebhookOutcome.Approves => await pending.FindAsync(project.ProjectId, delivery.PullRequest!.Value, delivery.ApprovedCommit!, cancellationToken) is { } waiting
                ? await StartAsync(waiting, cancellationToken)
                : Nothing(project, "no build of this commit waits"),
            _ => Nothing(project, decision.Why!),
        };

        WebhookBuild Build() => new(
            project.Name, IdOf(project, request), webhook.BuildType == WebhookBuildType.BUILD_BATCH, delivery.SourceVersion, Initiator(request, project.Project.Source!.Type), decision.Variables);
    }

    private async Task<ApiResponse> StartAsync(WebhookBuild build, CancellationToken cancellationToken) => starter is null
        ? Answer(NotBuilt, "message", "Builds cannot be started by webhooks here.")
        : Answer(Accepted, "buildId", await starter.StartAsync(build, cancellationToken));

    private async Task<ApiResponse> WaitAsync(StoredProject project, WebhookDelivery delivery, WebhookBuild build, string why, CancellationToken cancellationToken)
    {
        if (delivery.HeadCommit is { } commit)
        {
            await pending.AddAsync(project.ProjectId, delivery.PullRequest!.Value, commit, build, cancellationToken);
        }

        return Nothing(project, why);
    }

    private ApiResponse Nothing(StoredProject project, string why)
    {
        logger.LogInformation("A delivery for the project {Project} starts no build: {Why}", project.Name, why);
        return Answer(Good, "message", $"No build: {why}.");
    }

    /// <summary>By what is signed: a delivery that is sent again with another id in its headers is the same. Programs of one's own may send the same twice and mean it, with an id of their own.</summary>
    private static string IdOf(StoredProject project, ApiRequest request)
    {
        var isHosts = request.Header(GitHubEvents.Header) ?? request.Header(GitLabEvents.Header) ?? request.Header(BitbucketEvents.Header);
        return DerivedUuid.Of("webhook", project.ProjectId, isHosts is null ? request.Header("X-Delivery-Id") ?? "" : "", Convert.ToHexStringLower(SHA256.HashData(request.Body.Span)));
    }

    /// <summary>CodeBuild names GitHub's by its user agent.</summary>
    private static string Initiator(ApiRequest request, SourceType source) =>
        request.Header("User-Agent") is { } agent && agent.StartsWith("GitHub-Hookshot/", StringComparison.Ordinal) && agent.Length < 64 ? agent : $"{source}-webhook";

    private static ApiResponse Answer(int status, string member, string text) => new(
        status, [new("Content-Type", "application/json")], JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>(StringComparer.Ordinal) { [member] = text }));
}
