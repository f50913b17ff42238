using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Model;

/// <summary>That something is wrong with a request for which CodePipeline has no error of its own.</summary>
public static class InvalidRequest
{
    /// <param name="message">What, and what was expected.</param>
    public static ApiException Of(string message) => new(CommonErrors.Validation, message);
}
