using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Sources;
using Sluice.Platform.Access;
using Sluice.Platform.Accounts;
using Sluice.Platform.GitHosts;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.ControlPlane.Webhooks;

/// <summary>Takes what is posted to the addresses of webhooks: <c>POST /trigger?t=ID&amp;v=1</c>, which no key signs. Who may post is the webhook's to say, and which posts start its pipeline, too.</summary>
public sealed class WebhookEntry
{
    private const string Path = "/trigger";
    private const int Good = 200;
    private const int Malformed = 400;
    private const int Forbidden = 403;
    private const int NotFound = 404;
    private const int Unavailable = 503;
    private const int TooLarge = 413;
    private readonly WebhookStore _webhooks;
    private readonly PipelineStore _pipelines;
    private readonly ExecutionStarts _starts;
    private readonly ISecretBox _box;
    private readonly SuiteAccount _account;
    private readonly TimeProvider _time;
    private readonly ILogger<WebhookEntry> _log;

    internal WebhookEntry(WebhookStore webhooks, PipelineStore pipelines, ExecutionStarts starts, ISecretBox box, SuiteAccount account, TimeProvider time, ILogger<WebhookEntry> log) =>
        (_webhooks, _pipelines, _starts, _box, _account, _time, _log) = (webhooks, pipelines, starts, box, account, time, log);

    /// <summary>Whether a request is for a webhook.</summary>
    public static bool Takes(ApiRequest request) => request is { Method: "POST", Path: Path };

    internal static string AddressOf(string id) => $"{Path[1..]}?t={id}&v=1";

    /// <summary>Answers a post.</summary>
    public async Task<ApiResponse> AnswerAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var read = await request.WithBodyAsync(cancellationToken);
        if (read.Body.Length > ApiRequest.LargestBody)
        {
            return Answer(TooLarge, $"A post has at most {ApiRequest.LargestBody} bytes.");
        }

        if (read.Parameter("t") is not { } id || !Guid.TryParseExact(id, "D", out _) || await _webhooks.FindByUrlAsync(id, cancellationToken) is not { Value: var webhook })
        {
            return Answer(NotFound, "There is no such webhook.");
        }

        if (!await IsAllowedAsync(webhook, read, cancellationToken))
        {
            _log.LogWarning("A post to the webhook {Webhook} is refused: it is not from whom the webhook lets in", webhook.Definition.Name);
            return Answer(Forbidden, "The post is not from whom this webhook lets in.");
        }

        return Document(read.Body) is { } document ? await TakeAsync(webhook, document, read, cancellationToken) : Answer(Malformed, "The body is no JSON object; hosts are to deliver application/json.");
    }

    private async Task<ApiResponse> TakeAsync(StoredWebhook webhook, JsonObject document, ApiRequest request, CancellationToken cancellationToken)
    {
        var (name, definition) = (webhook.Definition.Name, webhook.Definition);
        if ((await _pipelines.FindAsync(definition.TargetPipeline, cancellationToken))?.Value.Pipeline.Sources().FirstOrDefault(source => source.Name == definition.TargetAction) is not { } target)
        {
            return Answer(Good, $"Nothing is started: the pipeline '{definition.TargetPipeline}' has no source '{definition.TargetAction}' any more.");
        }

        var missed = definition.Filters.FirstOrDefault(filter => !Fits(filter, document, target));
        if (missed is not null)
        {
            return Answer(Good, $"Nothing is started: {missed.JsonPath} is not {WebhookRules.Expected(missed.MatchEquals ?? "", target)}.");
        }

        try
        {
            var start = new StartRequest(definition.TargetPipeline, TokenOf(webhook, request), PipelineArns.Webhook(_account, name)) { TriggerType = TriggerType.Webhook, IsLenient = true };
            var run = await _starts.StartAsync(start, cancellationToken);
            await NoteAsync(name, cancellationToken);
            return Answer(Good, $"The run {run} is started.");
        }
        catch (Exception e) when (e is SourceUnavailableException or ApiException)
        {
            _log.LogWarning("A post to the webhook {Webhook} starts nothing: {Reason}", name, e.Message);
            return Answer(Unavailable, $"Nothing is started: {e.Message}");
        }
    }

    private static bool Fits(WebhookFilterRule filter, JsonObject document, ActionDeclaration target)
    {
        var found = JsonPath.Read(filter.JsonPath)!.In(document).ToList();
        return filter.MatchEquals is { } expected ? found.Contains(WebhookRules.Expected(expected, target)) : found.Count > 0;
    }

    /// <summary>What is posted again is the same: a host that had no answer sends it once more.</summary>
    private static string TokenOf(StoredWebhook webhook, ApiRequest request)
    {
        var delivery = request.Header("X-GitHub-Delivery") ?? request.Header("X-Gitlab-Event-UUID") ?? request.Header("X-Request-UUID") ?? request.Header("X-Delivery-Id") ?? "";
        return Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes($"{webhook.UrlId} {delivery} "), .. request.Body.Span]));
    }

    private async Task<bool> IsAllowedAsync(StoredWebhook webhook, ApiRequest request, CancellationToken cancellationToken) => webhook.Definition.Authentication switch
    {
        WebhookAuthenticationType.GITHUB_HMAC => IsSigned(request, await _box.OpenAsync(webhook.SealedSecret!, webhook.UrlId, cancellationToken)),
        WebhookAuthenticationType.IP => IPAddress.TryParse(request.RemoteAddress, out var from) && IPNetwork.Parse(webhook.Definition.AuthenticationConfiguration.AllowedIPRange!).Contains(from.IsIPv4MappedToIPv6 ? from.MapToIPv4() : from),
        _ => true,
    };

    /// <summary>GitHub's and Bitbucket's signatures of the body, and GitLab's token, which is the secret itself.</summary>
    private static bool IsSigned(ApiRequest request, string secret) =>
        (request.Header("X-Hub-Signature-256") ?? request.Header("X-Hub-Signature")) is { } signature ? HostSignatures.IsSignature(signature, request.Body, secret)
        : request.Header("X-Gitlab-Token") is { } token && HostSignatures.IsSame(token, secret);

    private async Task NoteAsync(string name, CancellationToken cancellationToken)
    {
        if (await _webhooks.FindAsync(name, cancellationToken) is { } seen)
        {
            // Whoever was faster has noted the same.
            await _webhooks.SaveAsync(seen.Value with { LastTriggered = _time.GetUtcNow() }, seen.Rev, cancellationToken);
        }
    }

    private static JsonObject? Document(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonNode.Parse(body.Span) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ApiResponse Answer(int status, string message) =>
        new(status, [new("Content-Type", "application/json")], JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>(StringComparer.Ordinal) { ["message"] = message }));
}
