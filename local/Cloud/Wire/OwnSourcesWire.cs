using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Platform.Access;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Wire;

/// <summary>EventBridge, where only an administrator may speak with the suite's own voice: an event of a source that begins with <c>sluice.</c> may start executions of its machines.</summary>
internal sealed class OwnSourcesWire(IEmulatedService service, CloudIdentity identity) : IEmulatedService
{
    private const string Guarded = "PutEvents";
    private const string Own = "sluice.";

    public string SigningName => service.SigningName;

    public string Name => service.Name;

    public int LargestBody => service.LargestBody;

    public bool Takes(ApiRequest request) => service.Takes(request);

    public string OperationOf(ApiRequest request) => service.OperationOf(request);

    public Task<ApiResponse> AnswerAsync(string operation, ApiRequest request, OperationContext context, CancellationToken cancellationToken)
    {
        if (operation == Guarded && context.Caller is { } caller && caller.Role != Roles.Admin && Speaks(WireBody.Json(request)))
        {
            throw new ApiException(
                CommonErrors.AccessDenied,
                $"User: arn:aws:iam::{identity.AccountId}:user/{caller.AccessKeyId} is not authorized to perform: events:{Guarded} with a source that begins with '{Own}', because the role {caller.Role} of its key does not allow it");
        }

        return service.AnswerAsync(operation, request, context, cancellationToken);
    }

    public ApiResponse Refuse(string code, string message, string requestId) => service.Refuse(code, message, requestId);

    private static bool Speaks(JsonObject input) => input["Entries"] is JsonArray entries
        && entries.Any(entry => (entry as JsonObject)?["Source"] is JsonValue source && source.GetValueKind() == JsonValueKind.String && ((string)source!).StartsWith(Own, StringComparison.Ordinal));
}
