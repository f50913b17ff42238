using Sluice.Deployments.Keys;
using Sluice.Deployments.Strategies;
using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.ControlPlane.Configurations;

/// <summary>
/// Deployment configurations: the predefined ones, those of users, and those whose names say their steps, which are stored nowhere. A user's counts the
/// groups that use it, so that none is deleted from under a group.
/// </summary>
public sealed class ConfigurationStore(ITable table, KnownConfigurations predefined)
{
    /// <summary>The configuration, or null.</summary>
    /// <exception cref="ApiException"><c>InvalidDeploymentConfigNameException</c>: the name says steps, and they are wrong.</exception>
    public async Task<DeploymentConfiguration?> FindAsync(string name, CancellationToken cancellationToken = default) =>
        predefined.Find(name)
        ?? (DeployStrategy.IsSpelledOut(name) ? SpelledOut(name) : null)
        ?? (await table.GetAsync(ConfigurationKeys.Configuration(name), cancellationToken))?.Read<DeploymentConfiguration>();

    /// <summary>The configuration.</summary>
    /// <exception cref="ApiException"><c>DeploymentConfigDoesNotExistException</c>, <c>InvalidDeploymentConfigNameException</c>.</exception>
    public async Task<DeploymentConfiguration> GetAsync(string name, CancellationToken cancellationToken = default) =>
        await FindAsync(name, cancellationToken) ?? throw ConfigurationErrors.DoesNotExist(name);

    /// <summary>Counts one group more or less; fails its transaction if the configuration is gone.</summary>
    internal static UpdateItem Use(string name, int groups) =>
        new(ConfigurationKeys.Configuration(name), [Change.Add(ConfigurationKeys.Uses, groups)], Condition.Exists);

    /// <summary>A page of users' names, in their order.</summary>
    internal async Task<(IReadOnlyList<string> Names, string? NextToken)> ListAsync(string? token, CancellationToken cancellationToken)
    {
        var page = await Pages.ReadAsync(table, new Query(ConfigurationKeys.Names) { PageToken = token }, cancellationToken: cancellationToken);
        return ([.. page.Items.Select(item => item.Key.Sk)], page.NextToken);
    }

    /// <exception cref="ApiException"><c>DeploymentConfigAlreadyExistsException</c>.</exception>
    internal async Task CreateAsync(DeploymentConfiguration configuration, CancellationToken cancellationToken)
    {
        try
        {
            var key = ConfigurationKeys.Configuration(configuration.DeploymentConfigName);
            await table.PutAsync(PutItem.Of(key, configuration, Condition.Absent), cancellationToken);
        }
        catch (ConditionFailedException)
        {
            throw ConfigurationErrors.AlreadyExists(configuration.DeploymentConfigName);
        }
    }

    /// <summary>Deletes it; one that is not there is deleted already.</summary>
    /// <exception cref="ApiException"><c>DeploymentConfigInUseException</c>.</exception>
    internal async Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var unused = Condition.Lacks(ConfigurationKeys.Uses) | Condition.Equal(ConfigurationKeys.Uses, 0);
            await table.DeleteAsync(new DeleteItem(ConfigurationKeys.Configuration(name), unused), cancellationToken);
        }
        catch (ConditionFailedException)
        {
            throw ConfigurationErrors.InUse(name);
        }
    }

    private static DeploymentConfiguration SpelledOut(string name)
    {
        var faults = new List<string>();
        var steps = DeployStrategy.Read(name, faults);
        return faults.Count == 0
            ? new DeploymentConfiguration(name, name, null) { Steps = steps }
            : throw ConfigurationErrors.InvalidName($"The steps that the name '{name}' says are wrong: {string.Join("; ", faults)}.");
    }
}
