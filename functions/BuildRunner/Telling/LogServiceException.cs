namespace Sluice.BuildRunner.Telling;

/// <summary>The service does not keep a log; why, in its own words.</summary>
/// <param name="message">Why.</param>
/// <param name="mayPass">Whether it may later.</param>
internal sealed class LogServiceException(string message, bool mayPass) : Exception(message)
{
    public bool MayPass { get; } = mayPass;
}
