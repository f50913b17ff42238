using System.Text.Json.Nodes;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Wire;

/// <summary>The AWS query protocol: a form in, XML out.</summary>
/// <param name="version">The service's API version, which tells its unsigned requests from others'.</param>
/// <param name="codes">Errors that the service calls otherwise than by their exception's name without its suffix.</param>
internal sealed class QueryProtocol(string version, string xmlNamespace, IReadOnlyDictionary<string, string>? codes = null)
{
    private const string ContentType = "text/xml";
    private const string ExceptionSuffix = "Exception";

    // Query services have older names for what all services refuse.
    private static readonly Dictionary<string, string> CommonCodes = new(StringComparer.Ordinal)
    {
        [CommonErrors.InvalidSignature] = "SignatureDoesNotMatch",
        [CommonErrors.UnrecognizedClient] = "InvalidClientTokenId",
        [CommonErrors.MissingAuthenticationToken] = "MissingAuthenticationToken",
        [CommonErrors.IncompleteSignature] = "IncompleteSignature",
        [CommonErrors.AccessDenied] = "AccessDenied",
        [CommonErrors.Serialization] = "MalformedInput",
    };

    /// <summary>A body is not seen before the signature, so only a GET's version tells.</summary>
    public bool Takes(ApiRequest request) => QueryForm.Parameters(request.Query).GetValueOrDefault("Version") == version;

    public static string ActionOf(ApiRequest request) => Parameters(request).GetValueOrDefault("Action") ?? throw new ApiException("MissingAction", "The request names no Action.");

    public static JsonObject Input(ApiRequest request) => QueryForm.Read(Parameters(request));

    public ApiResponse Answer(string operation, JsonNode output, string requestId) =>
        WireAnswers.Of(200, ContentType, QueryXml.Answer(operation, output, xmlNamespace, requestId), requestId);

    public ApiResponse Refuse(string code, string message, string requestId)
    {
        var status = code == CommonErrors.InternalFailure ? 500 : WireAnswers.IsOfAccess(code) ? 403 : code.StartsWith("ResourceNotFound", StringComparison.Ordinal) || code.StartsWith("NotFound", StringComparison.Ordinal) ? 404 : 400;
        return WireAnswers.Of(status, ContentType, QueryXml.Error(CodeOf(code), message, status == 500, xmlNamespace, requestId), requestId);
    }

    /// <summary>
    /// What a service that once was a query service says beside its answers in newer protocols, so that programs that know the older codes go on to work:
    /// <c>x-amzn-query-error: InvalidParameterValue;Sender</c>.
    /// </summary>
    public KeyValuePair<string, string> CompatibleError(string code) =>
        new("x-amzn-query-error", $"{CodeOf(code)};{(code == CommonErrors.InternalFailure ? "Receiver" : "Sender")}");

    private string CodeOf(string code) =>
        codes?.GetValueOrDefault(code) ?? CommonCodes.GetValueOrDefault(code) ?? (code.EndsWith(ExceptionSuffix, StringComparison.Ordinal) ? code[..^ExceptionSuffix.Length] : code);

    private static IReadOnlyDictionary<string, string> Parameters(ApiRequest request) =>
        QueryForm.Parameters(request.Method == "GET" ? request.Query : WireBody.Text(request));
}
