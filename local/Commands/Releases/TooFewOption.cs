using Sluice.Deployments.Model.Alarms;

namespace Sluice.Local.Commands.Releases;

/// <summary>Reads <c>--too-few fail</c>: what is done with a step in which too few requests came to the new version.</summary>
internal static class TooFewOption
{
    /// <exception cref="UsageException">The text is neither.</exception>
    public static TooFewRequests Read(string text) => text switch
    {
        "fail" => TooFewRequests.Fail,
        "continue" => TooFewRequests.Continue,
        _ => throw new UsageException($"--too-few {text}: expected 'fail' (traffic goes back) or 'continue' (the release goes on without knowing)."),
    };
}
