using Sluice.Platform.Protocol;
using Sluice.Signing;

namespace Sluice.Platform.SigV4;

/// <summary>Reads the signature of a request from its headers, or of a presigned one from its query.</summary>
internal static class SignatureReader
{
    /// <exception cref="ApiException">There is none, or it is not whole.</exception>
    public static Signature Read(ApiRequest request)
    {
        if (request.Header("Authorization") is { } authorization)
        {
            return HeaderSignature.Read(request, authorization);
        }

        var query = QueryParameters.Parse(request.Query);
        return query.Any(parameter => parameter.Name is QuerySignature.AlgorithmName or QuerySignature.SignatureName)
            ? QuerySignature.Read(query)
            : throw new ApiException(CommonErrors.MissingAuthenticationToken, "Missing Authentication Token");
    }
}
