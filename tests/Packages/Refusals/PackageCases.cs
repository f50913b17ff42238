using Sluice.World.Refusals;

namespace Sluice.Packages.Tests.Refusals;

/// <summary>Good inputs, and what is wrong with others.</summary>
internal static class PackageCases
{
    private const string NotFound = "ResourceNotFoundException";
    private const string Conflict = "ConflictException";
    private const string Quota = "ServiceQuotaExceededException";
    private const string Validation = "ValidationException";
    private const string Denied = "AccessDeniedException";
    private const string Main = "'domain':'org','repository':'main'";
    private const string Tool = Main + ",'format':'generic','namespace':'team','package':'tool'";
    private const string Version = Tool + ",'packageVersion':'1.0'";
    private const string Sha = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private const string Policy = "'policyDocument':'{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":[]}'";
    private const string Ui = "'domain':'org','packageGroup':'/npm/ui/*'";

    public static InputSet Good { get; } = new(new Dictionary<string, string>
    {
        ["AssociateExternalConnection"] = "'domain':'org','repository':'plain','externalConnection':'public:npmjs'",
        ["CopyPackageVersions"] = "'domain':'org','sourceRepository':'main','destinationRepository':'plain','format':'generic','namespace':'team','package':'tool','versions':['1.0']",
        ["CreateDomain"] = "'domain':'new','tags':[{'key':'a','value':'b'}]",
        ["CreatePackageGroup"] = "'domain':'org','packageGroup':'/npm/new/*','description':'new','contactInfo':'us','tags':[{'key':'a','value':'b'}]",
        ["CreateRepository"] = "'domain':'org','repository':'new','description':'new','upstreams':[{'repositoryName':'main'}],'tags':[{'key':'a','value':'b'}]",
        ["DeleteDomain"] = "'domain':'empty'",
        ["DeleteDomainPermissionsPolicy"] = "'domain':'org'",
        ["DeletePackage"] = Tool,
        ["DeletePackageGroup"] = Ui,
        ["DeletePackageVersions"] = Tool + ",'versions':['1.0']",
        ["DeleteRepository"] = Main,
        ["DeleteRepositoryPermissionsPolicy"] = Main,
        ["DescribeDomain"] = "'domain':'org'",
        ["DescribePackage"] = Tool,
        ["DescribePackageGroup"] = Ui,
        ["DescribePackageVersion"] = Version,
        ["DescribeRepository"] = Main,
        ["DisassociateExternalConnection"] = Main + ",'externalConnection':'public:npmjs'",
        ["DisposePackageVersions"] = Tool + ",'versions':['1.0']",
        ["GetAssociatedPackageGroup"] = "'domain':'org','format':'npm','namespace':'ui','package':'kit'",
        ["GetAuthorizationToken"] = "'domain':'org'",
        ["GetDomainPermissionsPolicy"] = "'domain':'org'",
        ["GetPackageVersionAsset"] = Version + ",'asset':'a.txt'",
        ["GetPackageVersionReadme"] = Version,
        ["GetRepositoryEndpoint"] = Main + ",'format':'npm'",
        ["GetRepositoryPermissionsPolicy"] = Main,
        ["ListAllowedRepositoriesForGroup"] = Ui + ",'originRestrictionType':'PUBLISH'",
        ["ListAssociatedPackages"] = Ui,
        ["ListDomains"] = "",
        ["ListPackageGroups"] = "'domain':'org'",
        ["ListPackageVersionAssets"] = Version,
        ["ListPackageVersionDependencies"] = Version,
        ["ListPackageVersions"] = Tool,
        ["ListPackages"] = Main,
        ["ListRepositories"] = "",
        ["ListRepositoriesInDomain"] = "'domain':'org'",
        ["ListSubPackageGroups"] = "'domain':'org','packageGroup':'/*'",
        ["ListTagsForResource"] = "'resourceArn':'arn:aws:codeartifact:us-east-1:123456789012:domain/org'",
        ["PublishPackageVersion"] = Tool + $",'packageVersion':'2.0','assetName':'a.txt','assetSHA256':'{Sha}','assetContent':'YWJj'",
        ["PutDomainPermissionsPolicy"] = "'domain':'org'," + Policy,
        ["PutPackageOriginConfiguration"] = Tool + ",'restrictions':{'publish':'ALLOW','upstream':'BLOCK'}",
        ["PutRepositoryPermissionsPolicy"] = Main + "," + Policy,
        ["PutPackageRules"] = Main + ",'rulesDocument':'{\\\"minimumAge\\\":{\\\"days\\\":3}}'",
        ["GetPackageRules"] = Main,
        ["ListPackageRules"] = "'domain':'org'",
        ["QuarantinePackageVersions"] = "'domain':'org','format':'npm','package':'left','versions':['1.0.0'],'reason':'steals'",
        ["ReleasePackageVersions"] = "'domain':'org','format':'generic','namespace':'team','package':'tool','versions':['0.8']",
        ["SearchPackages"] = "'domain':'org','name':'tool','quarantined':true",
        ["GetPackageRetentionPlan"] = Main,
        ["TagResource"] = "'resourceArn':'arn:aws:codeartifact:us-east-1:123456789012:repository/org/main','tags':[{'key':'a','value':'b'}]",
        ["UntagResource"] = "'resourceArn':'arn:aws:codeartifact:us-east-1:123456789012:package-group/org/npm/ui/*','tagKeys':['a']",
        ["UpdatePackageGroup"] = Ui + ",'description':'other','contactInfo':'them'",
        ["UpdatePackageGroupOriginConfiguration"] = Ui + ",'restrictions':{'PUBLISH':'ALLOW_SPECIFIC_REPOSITORIES'},'addAllowedRepositories':[{'repositoryName':'main','originRestrictionType':'PUBLISH'}],'removeAllowedRepositories':[{'repositoryName':'plain','originRestrictionType':'PUBLISH'}]",
        ["UpdatePackageVersionsStatus"] = Tool + ",'versions':['1.0'],'targetStatus':'Unlisted'",
        ["UpdateRepository"] = Main + ",'description':'other','upstreams':[{'repositoryName':'plain'}]",
    });

    private static readonly string[] _withoutDomain = ["ListDomains", "ListRepositories", "ListTagsForResource", "TagResource", "UntagResource"];
    private static readonly string[] _tagging = ["ListTagsForResource", "TagResource", "UntagResource"];

    /// <summary>By errors that the model declares.</summary>
    public static IReadOnlyList<Refusal> Declared { get; } =
    [
        .. Good.Operations.Except(_withoutDomain).Select(operation => new Refusal(operation, Validation, "{'domain':'A'}", "'domain' failed")),
        .. new[] { "ListDomains", "ListRepositories" }.Select(operation => new Refusal(operation, Validation, "{'maxResults':0}", "'maxResults' failed")),
        .. _tagging.Select(operation => new Refusal(operation, Validation, "{'resourceArn':'main'}", "expected the ARN of a domain, a repository or a package group")),
        .. Good.Operations.Except(_withoutDomain).Except(["CreateDomain", "DeleteDomain"]).Select(operation => new Refusal(operation, NotFound, "{'domain':'none'}", "'none'")),
        .. _tagging.Select(operation => new Refusal(operation, NotFound, "{'resourceArn':'arn:aws:codeartifact:us-east-1:123456789012:domain/none'}", "There is no domain 'none'")),
        new("CreateDomain", Conflict, "{'domain':'org'}", "already exists"),
        new("CreatePackageGroup", Conflict, "{'packageGroup':'/npm/ui/*'}", "already exists"),
        new("CreateRepository", Conflict, "{'repository':'plain'}", "already exists"),
        new("DeleteDomain", Conflict, "{'domain':'org'}", "has repositories"),
        new("DeleteDomainPermissionsPolicy", Conflict, "{'policyRevision':'old'}", "policyRevision is old"),
        new("DeleteRepositoryPermissionsPolicy", Conflict, "{'policyRevision':'old'}", "policyRevision is old"),
        new("GetPackageVersionAsset", Conflict, "{'packageVersion':'0.9'}", "is Archived: its assets are not served"),
        new("PublishPackageVersion", Conflict, "{'packageVersion':'1.0'}", "with another content"),
        new("PutDomainPermissionsPolicy", Conflict, "{'policyRevision':'old'}", "policyRevision is old"),
        new("PutRepositoryPermissionsPolicy", Conflict, "{'policyRevision':'old'}", "policyRevision is old"),
        new("PutPackageRules", Conflict, "{'rulesRevision':'old'}", "rulesRevision is old"),
        new("AssociateExternalConnection", Quota, "{'repository':'main','externalConnection':'public:pypi'}", "can have one only"),
        new("CreateDomain", Quota, $"{{'tags':[{Tags(51)}]}}", "at most 50"),
        new("CreatePackageGroup", Quota, $"{{'tags':[{Tags(51)}]}}", "at most 50"),
        new("CreateRepository", Quota, $"{{'upstreams':[{Many.Of(11, "{{'repositoryName':'up{0}'}}")}]}}", "10 upstreams at most"),
        new("PublishPackageVersion", Quota, "{'packageVersion':'full'}", "150 assets at most"),
        new("TagResource", Quota, $"{{'tags':[{Tags(51)}]}}", "at most 50"),
        new("UpdatePackageGroupOriginConfiguration", Quota, $"{{'addAllowedRepositories':[{Many.Of(1001, "{{'repositoryName':'more{0}','originRestrictionType':'PUBLISH'}}")}]}}", "1000 allowed repositories at most"),
        new("UpdateRepository", Quota, $"{{'upstreams':[{Many.Of(11, "{{'repositoryName':'up{0}'}}")}]}}", "10 upstreams at most"),
        new("PublishPackageVersion", Denied, "{'package':'blocked'}", "its origin controls block them"),
    ];

    /// <summary>More ways to provoke them.</summary>
    public static IReadOnlyList<Refusal> More { get; } =
    [
        .. new[] { "DescribePackage", "DeletePackage", "ListPackageVersions", "DescribePackageVersion", "ListPackageVersionAssets", "GetPackageVersionAsset", "DeletePackageVersions", "DisposePackageVersions", "UpdatePackageVersionsStatus", "CopyPackageVersions" }
            .Select(operation => new Refusal(operation, NotFound, "{'package':'none'}", "Package not found")),
        .. new[] { "DescribePackageVersion", "ListPackageVersionAssets", "GetPackageVersionAsset", "GetPackageVersionReadme", "ListPackageVersionDependencies" }
            .Select(operation => new Refusal(operation, NotFound, "{'packageVersion':'none'}", "Package version not found")),
        .. new[] { "DescribePackageGroup", "DeletePackageGroup", "UpdatePackageGroup", "UpdatePackageGroupOriginConfiguration", "ListAllowedRepositoriesForGroup", "ListAssociatedPackages", "ListSubPackageGroups" }
            .Select(operation => new Refusal(operation, NotFound, "{'packageGroup':'/npm/none/*'}", "Package group not found")),
        .. new[] { "ListDomains", "ListPackageGroups", "ListPackageVersionAssets", "ListPackageVersionDependencies", "ListPackageVersions", "ListPackages", "ListRepositories", "ListRepositoriesInDomain", "ListSubPackageGroups", "ListAssociatedPackages", "ListAllowedRepositoriesForGroup" }
            .Select(operation => new Refusal(operation, Validation, "{'nextToken':'x'}", "nextToken was not given out")),
        new("AssociateExternalConnection", Validation, "{'externalConnection':'public:none'}", "There is no external connection 'public:none'"),
        new("DisassociateExternalConnection", NotFound, "{'externalConnection':'public:pypi'}", "it has public:npmjs"),
        new("CreateRepository", Validation, "{'upstreams':[{'repositoryName':'new'}]}", "cannot be its own upstream"),
        new("CreateRepository", NotFound, "{'upstreams':[{'repositoryName':'none'}]}", "There is no repository 'none'"),
        new("UpdateRepository", Validation, "{'upstreams':[{'repositoryName':'plain'},{'repositoryName':'plain'}]}", "named more than once"),
        new("CreateDomain", Validation, "{'tags':[{'key':'aws:a','value':''}]}", "AWS's own"),
        new("CreatePackageGroup", Validation, "{'packageGroup':'npm'}", "expected /*, /FORMAT/*"),
        new("CreatePackageGroup", Validation, "{'packageGroup':'/pypi/team/*'}", "packages of pypi have no namespace"),
        new("CreatePackageGroup", Validation, "{'packageGroup':'/pypi//My_Tool$'}", "pypi keeps the name as 'my-tool'"),
        new("CreatePackageGroup", Conflict, "{'packageGroup':'/*'}", "already exists"),
        new("DeletePackageGroup", Validation, "{'packageGroup':'/*'}", "cannot be deleted"),
        new("UpdatePackageGroupOriginConfiguration", Validation, "{'restrictions':{'PUBLISH':'BLOCK'}}", "expected ALLOW_SPECIFIC_REPOSITORIES"),
        new("UpdatePackageGroupOriginConfiguration", Validation, "{'packageGroup':'/*','restrictions':{'PUBLISH':'INHERIT'},'addAllowedRepositories':null}", "has none above to INHERIT from"),
        new("UpdatePackageGroupOriginConfiguration", NotFound, "{'addAllowedRepositories':[{'repositoryName':'none','originRestrictionType':'PUBLISH'}]}", "There is no repository 'none'"),
        new("UpdatePackageGroupOriginConfiguration", Validation, "{'addAllowedRepositories':[{'repositoryName':'plain','originRestrictionType':'PUBLISH'}]}", "expected one of these"),
        new("UpdatePackageGroupOriginConfiguration", Validation, "{'addAllowedRepositories':[{'repositoryName':'plain'}]}", "expected repositoryName and originRestrictionType"),
        new("DescribePackage", Validation, "{'format':'pypi'}", "packages of pypi have none"),
        new("DescribePackage", Validation, "{'format':'maven','namespace':null}", "packages of maven have one"),
        new("PublishPackageVersion", Validation, "{'format':'npm'}", "expected generic"),
        new("PublishPackageVersion", Validation, "{'assetName':'../a'}", "expected a name of letters"),
        new("PublishPackageVersion", Validation, "{'assetName':'..'}", "expected a name of letters"),
        new("PublishPackageVersion", Validation, "{'assetContent':'YWI='}", "it is not what was sent"),
        new("PublishPackageVersion", Denied, "{'namespace':'closed'}", "its package group blocks them"),
        new("PublishPackageVersion", Conflict, "{'packageVersion':'0.9'}", "is Archived: it cannot be published again"),
        new("PublishPackageVersion", Conflict, "{'packageVersion':'1.0','assetName':'b.txt'}", "takes no more assets"),
        new("GetPackageVersionAsset", NotFound, "{'asset':'none'}", "has no asset 'none'"),
        new("GetPackageVersionAsset", NotFound, "{'packageVersionRevision':'none'}", "revision not found"),
        new("GetPackageVersionReadme", NotFound, "{'packageVersion':'0.9'}", "Readme not found"),
        new("UpdatePackageVersionsStatus", Validation, "{'targetStatus':'Disposed'}", "dispose-package-versions"),
        new("UpdatePackageVersionsStatus", Validation, "{'targetStatus':'Unfinished'}", "expected Published, Unlisted or Archived"),
        new("UpdatePackageVersionsStatus", Validation, "{'versionRevisions':{'2.0':'x'}}", "expected the same as versions: 1.0"),
        new("UpdatePackageVersionsStatus", Validation, "{'versions':[]}", "names nothing"),
        new("CopyPackageVersions", Validation, "{'versionRevisions':{'1.0':'x'}}", "and not both"),
        new("CopyPackageVersions", Validation, "{'versions':null}", "expected one of versions and versionRevisions"),
        new("CopyPackageVersions", Validation, "{'destinationRepository':'main'}", "expected another one"),
        new("CopyPackageVersions", NotFound, "{'destinationRepository':'none'}", "There is no repository 'none'"),
        new("PutDomainPermissionsPolicy", Validation, "{'policyDocument':'{'}", "is no JSON"),
        new("PutDomainPermissionsPolicy", Validation, "{'policyDocument':'[]'}", "expected an object with Version and Statement"),
        new("PutRepositoryPermissionsPolicy", Validation, "{'policyDocument':'{\\\"Statement\\\":{\\\"Effect\\\":\\\"Maybe\\\"}}'}", "policyDocument.Statement[0].Effect: expected Allow or Deny"),
        new("PutRepositoryPermissionsPolicy", Validation, "{'policyDocument':'{\\\"Statement\\\":{\\\"Effect\\\":\\\"Allow\\\"}}'}", "expected Principal or NotPrincipal"),
        new("GetDomainPermissionsPolicy", NotFound, "{'domain':'empty'}", "has no permissions policy"),
        new("GetRepositoryPermissionsPolicy", NotFound, "{'repository':'plain'}", "has no permissions policy"),
        new("GetAuthorizationToken", Validation, "{'durationSeconds':60}", "expected 0, or 900 to 43200"),
        new("GetAuthorizationToken", Validation, "{'asOf':'2100-01-01T00:00:00Z'}", "expected a time that was"),
        .. new[] { "PutPackageRules", "GetPackageRules" }.SelectMany(operation => new Refusal[]
        {
            new(operation, Validation, "{'repository':null}", "expected one of repository and packageGroup"),
            new(operation, Validation, "{'packageGroup':'/npm/ui/*'}", "and not both"),
            new(operation, Validation, "{'repository':null,'packageGroup':'npm'}", "expected /*, /FORMAT/*"),
            new(operation, NotFound, "{'repository':'none'}", "There is no repository 'none'"),
            new(operation, NotFound, "{'repository':null,'packageGroup':'/npm/none/*'}", "Package group not found"),
        }),
        new("PutPackageRules", Validation, "{'rulesDocument':'{\\\"alow\\\":[],\\\"frozenAt\\\":\\\"soon\\\"}'}", "alow: is not known here"),
        new("QuarantinePackageVersions", Validation, "{'format':'maven'}", "packages of maven have one"),
        new("QuarantinePackageVersions", Validation, "{'versions':[]}", "names nothing"),
        new("ReleasePackageVersions", NotFound, "{'versions':['0.8','0.9']}", "The versions 0.9 of generic package team/tool are not in quarantine"),
        new("ReleasePackageVersions", NotFound, "{'package':'none','versions':null}", "Nothing of generic package team/none is in quarantine"),
        new("SearchPackages", Validation, "{'nextToken':'x'}", "nextToken was not given out"),
        new("ListPackageRules", Validation, "{'nextToken':'x'}", "nextToken was not given out"),
        new("GetPackageRetentionPlan", Validation, "{'nextToken':'x'}", "nextToken was not given out"),
        new("GetPackageRetentionPlan", NotFound, "{'repository':'none'}", "There is no repository 'none'"),
        new("GetPackageVersionAsset", Denied, "{'packageVersion':'0.8'}", "it is in quarantine in the domain 'org'"),
    ];

    public static IReadOnlyList<UnreachableError> Unreachable { get; } =
    [
        new(Denied, "Who may ask is decided before the operation, by the key's role.", [.. Good.Operations.Except(["PublishPackageVersion"])]),
        new("InternalServerException", "A fault of ours is an InternalFailure.", [.. Good.Operations.Except(_tagging)]),
        new("ThrottlingException", "Nobody is slowed down.", [.. Good.Operations.Except(["GetAssociatedPackageGroup", "ListAssociatedPackages"])]),
        new(
            Conflict, "What others change at the same time is decided anew, again and again.",
            "AssociateExternalConnection", "CopyPackageVersions", "DeletePackage", "DeletePackageVersions", "DeleteRepository", "DisassociateExternalConnection", "DisposePackageVersions", "UpdatePackageVersionsStatus", "UpdateRepository"),
        new(Conflict, "What is only read, or may be deleted at any time, has nothing against it.", "DescribePackageVersion", "DeletePackageGroup"),
        new(NotFound, "A key for encryption is not looked for.", "CreateDomain"),
        new(
            Quota, "It makes nothing of which there could be too many, or the model's own bound comes first.",
            "CopyPackageVersions", "DeletePackageGroup", "DisassociateExternalConnection", "ListAllowedRepositoriesForGroup", "PutDomainPermissionsPolicy", "PutRepositoryPermissionsPolicy", "UpdatePackageGroup"),
    ];

    private static string Tags(int count) => Many.Of(count, "{{'key':'k{0}','value':''}}");
}
