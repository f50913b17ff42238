namespace Sluice.Builds.Model;

/// <summary>The pipeline's action that a build or a batch is made for.</summary>
/// <param name="Token">The pipeline's task that waits for its end. A bearer secret.</param>
internal sealed record ActionTask(string Token)
{
    /// <summary>Without the token.</summary>
    public override string ToString() => "an action's task";
}
