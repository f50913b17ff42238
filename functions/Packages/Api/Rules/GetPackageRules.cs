namespace Sluice.Packages.Api.Rules;

/// <summary>Gives the rules of a repository or a package group, as they were put. There is no document if it has none.</summary>
public sealed class GetPackageRules : IOperation<GetPackageRulesRequest, GetPackageRulesResult>
{
    private readonly RuleOwners _owners;

    internal GetPackageRules(RuleOwners owners) => _owners = owners;

    /// <inheritdoc/>
    public async Task<GetPackageRulesResult> RunAsync(GetPackageRulesRequest input, OperationContext context, CancellationToken cancellationToken) =>
        new() { Rules = await _owners.ReadAsync(input.Domain, input.Repository, input.PackageGroup, cancellationToken) };
}
