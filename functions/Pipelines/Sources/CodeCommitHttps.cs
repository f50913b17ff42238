using Sluice.Platform.Accounts;

namespace Sluice.Pipelines.Sources;

/// <summary>CodeCommit's own address in the suite's Region.</summary>
internal sealed class CodeCommitHttps(SuiteAccount account) : ICodeCommitAddresses
{
    public Task<string> OfAsync(string repositoryName, CancellationToken cancellationToken) => Task.FromResult($"https://git-codecommit.{account.Region}.amazonaws.com/v1/repos/{Uri.EscapeDataString(repositoryName)}");
}
