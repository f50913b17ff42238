using Sluice.Platform.Protocol.Models;
using Sluice.Platform.Runs;

namespace Sluice.Platform.Protocol;

/// <summary>How what an operation throws is answered.</summary>
internal static class ErrorStatus
{
    private const int BadRequest = 400;
    private const int NotImplemented = 501;

    // What CodePipeline calls it where a run is changed.
    private const string Conflict = "ConflictException";

    /// <summary>The error's code, if it is one that a client may see.</summary>
    public static string? Code(Exception exception, OperationModel? operation) => exception switch
    {
        ApiException api => api.Code,
        _ when operation?.Errors.Contains(exception.GetType().Name) is true && IsOurs(exception.GetType()) => exception.GetType().Name,
        ConcurrentModificationException when operation?.Errors.Contains(Conflict) is true => Conflict,
        _ => null,
    };

    /// <summary>The HTTP status of an error.</summary>
    public static int Of(string code, ServiceModel? service) =>
        service?.Errors.TryGetValue(code, out var status) is true ? status
        : code == CommonErrors.NotImplemented ? NotImplemented
        : BadRequest;

    // CodeDeploy declares an InvalidOperationException, too, and .NET's own is a fault of ours whose words are for nobody.
    private static bool IsOurs(Type exception) => exception.Namespace?.StartsWith("Sluice.", StringComparison.Ordinal) is true;
}
