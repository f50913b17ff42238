using Sluice.Packages.Groups;
using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Platform.Accounts;

namespace Sluice.Packages.Api.Groups;

/// <summary>Package groups as the API shows them.</summary>
internal sealed class GroupViews(SuiteAccount account)
{
    /// <summary>By which groups are ordered: their patterns, unless these are very long.</summary>
    public static string KeyOf(StoredGroup group) => PackageKeys.Group(group.Domain, group.Pattern).Sk;

    public PackageGroupDescription Describe(GroupTree tree, StoredGroup group) => new()
    {
        Arn = Arn(group),
        Pattern = group.Pattern,
        DomainName = group.Domain,
        DomainOwner = account.AccountId,
        CreatedTime = group.CreatedAt,
        Description = group.Description,
        ContactInfo = group.ContactInfo,
        OriginConfiguration = Origins(tree, group),
        Parent = Refer(tree.Above(group)),
    };

    public PackageGroupSummary Summarize(GroupTree tree, StoredGroup group) => new()
    {
        Arn = Arn(group),
        Pattern = group.Pattern,
        DomainName = group.Domain,
        DomainOwner = account.AccountId,
        CreatedTime = group.CreatedAt,
        Description = group.Description,
        ContactInfo = group.ContactInfo,
        OriginConfiguration = Origins(tree, group),
        Parent = Refer(tree.Above(group)),
    };

    private string Arn(StoredGroup group) => account.Arn("codeartifact", $"package-group/{group.Domain}{group.Pattern}");

    private PackageGroupReference? Refer(StoredGroup? group) => group is null ? null : new PackageGroupReference { Arn = Arn(group), Pattern = group.Pattern };

    private PackageGroupOriginConfiguration Origins(GroupTree tree, StoredGroup group) =>
        new() { Restrictions = Enum.GetValues<PackageGroupOriginRestrictionType>().ToDictionary(type => type.ToString(), type => Restriction(group, tree.Effective(group, type))) };

    private PackageGroupOriginRestriction Restriction(StoredGroup group, EffectiveRestriction effective) => new()
    {
        Mode = effective.Mode,
        EffectiveMode = effective.Effective.Mode,
        InheritedFrom = effective.From.Pattern == group.Pattern ? null : Refer(effective.From),
        RepositoriesCount = effective.Effective.Mode is PackageGroupOriginRestrictionMode.ALLOW_SPECIFIC_REPOSITORIES ? effective.Effective.Repositories.Count : 0,
    };
}
