namespace Sluice.Pipelines.Sources;

/// <summary>Where the repositories of CodeCommit are.</summary>
public interface ICodeCommitAddresses
{
    /// <summary>A URL, or a folder of this machine.</summary>
    string Of(string repositoryName);
}
