using Sluice.Platform.Access;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Wire;

/// <summary>A service whose answers have secrets in the clear if <c>WithDecryption</c> asks for it. As in AWS that takes a right of its own, <c>kms:Decrypt</c>, beside the operation's.</summary>
internal sealed class DecryptingWire(IEmulatedService service, CloudIdentity identity) : IEmulatedService
{
    private const string Decrypt = "kms:Decrypt";

    public string SigningName => service.SigningName;

    public string Name => service.Name;

    public int LargestBody => service.LargestBody;

    public bool Takes(ApiRequest request) => service.Takes(request);

    public string OperationOf(ApiRequest request) => service.OperationOf(request);

    public Task<ApiResponse> AnswerAsync(string operation, ApiRequest request, OperationContext context, CancellationToken cancellationToken)
    {
        if (Asks(request) && context.Caller is { } caller && !Roles.Allow(caller.Role, Decrypt))
        {
            throw new ApiException(
                CommonErrors.AccessDenied,
                $"User: arn:aws:iam::{identity.AccountId}:user/{caller.AccessKeyId} is not authorized to perform: {Decrypt} because the role {caller.Role} of its key does not allow it");
        }

        return service.AnswerAsync(operation, request, context, cancellationToken);
    }

    public ApiResponse Refuse(string code, string message, string requestId) => service.Refuse(code, message, requestId);

    /// <summary>Text that means true counts, too, as it does where the request is read.</summary>
    private static bool Asks(ApiRequest request) => WireBody.Json(request)["WithDecryption"] is { } asked && !asked.ToString().Trim().Equals("false", StringComparison.OrdinalIgnoreCase);
}
