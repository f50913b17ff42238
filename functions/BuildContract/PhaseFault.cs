namespace Sluice.BuildContract;

/// <summary>Why a phase ended as it did, e.g. <c>COMMAND_EXECUTION_ERROR</c> with <c>Error while executing command: make. Reason: exit status 2</c>.</summary>
public sealed record PhaseFault(string StatusCode, string Message)
{
    /// <summary>The commit could not be fetched.</summary>
    public const string SourceError = "DOWNLOAD_SOURCE_ERROR";
}
