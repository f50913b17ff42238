namespace Sluice.BuildRunner.Tools;

/// <summary>A tool cannot do what was asked.</summary>
/// <param name="message">Why, for its standard error.</param>
/// <param name="status">Its exit status.</param>
internal sealed class ToolException(string message, int status = ToolException.Failed) : Exception(message)
{
    /// <summary>The exit status of a call that makes no sense.</summary>
    public const int WrongUsage = 2;

    private const int Failed = 1;

    public int Status { get; } = status;
}
