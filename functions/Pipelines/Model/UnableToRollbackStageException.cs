using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Model;

/// <summary>The stage cannot be rolled back to that run.</summary>
public sealed class UnableToRollbackStageException(string stage, string why)
    : ApiException(nameof(UnableToRollbackStageException), $"The stage '{stage}' cannot be rolled back: {why}.");
