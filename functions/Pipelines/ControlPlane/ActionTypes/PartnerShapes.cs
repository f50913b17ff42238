using Sluice.Pipelines.Model;
using Sluice.Platform.Accounts;

namespace Sluice.Pipelines.ControlPlane.ActionTypes;

/// <summary>The two ways in which CodePipeline's API tells of a type of actions, made of each other.</summary>
internal static class PartnerShapes
{
    public static StoredActionType Stored(ActionTypeDeclaration declared) => new()
    {
        Type = new ActionType
        {
            Id = new ActionTypeId { Category = declared.Id.Category, Owner = ActionOwner.ThirdParty, Provider = declared.Id.Provider, Version = declared.Id.Version },
            InputArtifactDetails = Details(declared.InputArtifactDetails),
            OutputArtifactDetails = Details(declared.OutputArtifactDetails),
            ActionConfigurationProperties = declared.Properties is { } properties ? [.. properties.Select(Property)] : null,
            Settings = Settings(declared.Urls),
        },
        Executor = declared.Executor,
        Description = declared.Description,
        Permissions = declared.Permissions,
    };

    public static ActionTypeDeclaration Declaration(StoredActionType stored, SuiteAccount account) => new()
    {
        Id = new ActionTypeIdentifier { Category = stored.Type.Id.Category, Owner = stored.Type.Id.Owner.ToString(), Provider = stored.Type.Id.Provider, Version = stored.Type.Id.Version },
        Description = stored.Description,
        Executor = stored.Executor ?? Workers(account),
        InputArtifactDetails = Details(stored.Type.InputArtifactDetails),
        OutputArtifactDetails = Details(stored.Type.OutputArtifactDetails),
        Permissions = stored.Permissions,
        Properties = stored.Type.ActionConfigurationProperties is { } properties ? [.. properties.Select(Property)] : null,
        Urls = Urls(stored.Type.Settings),
    };

    private static ActionTypeExecutor Workers(SuiteAccount account) => new()
    {
        Type = ExecutorType.JobWorker,
        Configuration = new ExecutorConfiguration { JobWorkerExecutorConfiguration = new JobWorkerExecutorConfiguration { PollingAccounts = [account.AccountId] } },
    };

    private static ArtifactDetails Details(ActionTypeArtifactDetails details) => new() { MinimumCount = details.MinimumCount, MaximumCount = details.MaximumCount };

    private static ActionTypeArtifactDetails Details(ArtifactDetails details) => new() { MinimumCount = details.MinimumCount, MaximumCount = details.MaximumCount };

    private static ActionConfigurationProperty Property(ActionTypeProperty property) =>
        new() { Name = property.Name, Required = !property.Optional, Key = property.Key, Secret = property.NoEcho, Queryable = property.Queryable, Description = property.Description };

    private static ActionTypeProperty Property(ActionConfigurationProperty property) =>
        new() { Name = property.Name, Optional = !property.Required, Key = property.Key, NoEcho = property.Secret, Queryable = property.Queryable, Description = property.Description };

    private static ActionTypeSettings? Settings(ActionTypeUrls? urls) => urls is null ? null : new()
    {
        ThirdPartyConfigurationUrl = urls.ConfigurationUrl, EntityUrlTemplate = urls.EntityUrlTemplate, ExecutionUrlTemplate = urls.ExecutionUrlTemplate, RevisionUrlTemplate = urls.RevisionUrlTemplate,
    };

    private static ActionTypeUrls? Urls(ActionTypeSettings? settings) => settings is null ? null : new()
    {
        ConfigurationUrl = settings.ThirdPartyConfigurationUrl, EntityUrlTemplate = settings.EntityUrlTemplate, ExecutionUrlTemplate = settings.ExecutionUrlTemplate, RevisionUrlTemplate = settings.RevisionUrlTemplate,
    };
}
