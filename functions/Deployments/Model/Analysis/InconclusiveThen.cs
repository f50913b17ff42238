namespace Sluice.Deployments.Model.Analysis;

/// <summary>What is done with a step that is inconclusive after all its extensions.</summary>
public enum InconclusiveThen
{
    /// <summary>Traffic goes back.</summary>
    Rollback,

    /// <summary>Traffic stays until a person continues or stops the deployment.</summary>
    Pause,

    /// <summary>The deployment goes on; verdict and event say that it was not judged.</summary>
    Continue,
}
