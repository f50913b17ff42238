namespace Sluice.Platform.Actions;

/// <summary>Why an action failed, where the pipeline does something about it (CodePipeline's <c>errorDetails.code</c>).</summary>
public static class ActionErrors
{
    /// <summary>The commit could not be fetched; it says nothing about what is in it.</summary>
    public const string Source = "SourceUnavailable";
}
