using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Model;

/// <summary>There is nothing in the stage to try again.</summary>
public sealed class StageNotRetryableException(string stage, string why)
    : ApiException(nameof(StageNotRetryableException), $"The stage '{stage}' cannot be tried again: {why}.");
