namespace Sluice.Deployments.Protocol.Returning;

/// <summary>What is told of traffic that was left as it is: why, and then what stopped the deployment, unless that is said already.</summary>
internal static class DirtyMessage
{
    public static string Of(Deployment stopped, string why)
    {
        var cause = stopped.Stop!.Message;
        return why.Contains(cause, StringComparison.Ordinal) ? why : $"{Sentence(why)} The deployment was stopped because: {cause}";
    }

    private static string Sentence(string text) => text.EndsWith('.') ? text : $"{text}.";
}
