using System.Text;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Wire;

/// <summary>Answers as bytes, with the headers that clients expect.</summary>
internal static class WireAnswers
{
    public static ApiResponse Of(int status, string contentType, string body, string requestId, params IEnumerable<KeyValuePair<string, string>> more) =>
        Of(status, contentType, Encoding.UTF8.GetBytes(body), requestId, more);

    public static ApiResponse Of(int status, string contentType, byte[] body, string requestId, params IEnumerable<KeyValuePair<string, string>> more) =>
        new(status, [KeyValuePair.Create("Content-Type", contentType), KeyValuePair.Create("x-amzn-RequestId", requestId), .. more], body);

    /// <summary>Whether a refusal is one of who may ask, which query and REST services answer with 403.</summary>
    public static bool IsOfAccess(string code) => code is CommonErrors.AccessDenied or CommonErrors.InvalidSignature or CommonErrors.UnrecognizedClient or CommonErrors.MissingAuthenticationToken;
}
