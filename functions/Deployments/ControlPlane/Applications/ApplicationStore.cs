using Sluice.Deployments.Keys;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.ControlPlane.Applications;

/// <summary>Reads and writes applications. The name is a reference to the id, so that a rename moves nothing that belongs to the application.</summary>
public sealed class ApplicationStore(ITable table)
{
    /// <summary>The application that has this name now, or null.</summary>
    public async Task<Application?> FindAsync(string applicationName, CancellationToken cancellationToken = default) =>
        (await FindItemAsync(applicationName, cancellationToken))?.Read<Application>() is { DeletingSince: null } application ? application : null;

    /// <summary>The application with this id, whatever its name is now; null if there is none (any more).</summary>
    public async Task<Application?> FindByIdAsync(string applicationId, CancellationToken cancellationToken = default) =>
        (await table.GetAsync(ApplicationKeys.Application(applicationId), cancellationToken))?.Read<Application>() is { DeletingSince: null } application
            ? application
            : null;

    /// <summary>The application that has this name now.</summary>
    /// <exception cref="ApiException"><c>ApplicationDoesNotExistException</c>.</exception>
    public async Task<Application> GetAsync(string applicationName, CancellationToken cancellationToken = default) =>
        await FindAsync(applicationName, cancellationToken) ?? throw ApplicationErrors.DoesNotExist(applicationName);

    /// <summary>A page of names, in their order.</summary>
    internal async Task<(IReadOnlyList<string> Names, string? NextToken)> ListAsync(string? token, CancellationToken cancellationToken)
    {
        var page = await Pages.ReadAsync(table, new Query(ApplicationKeys.Names) { PageToken = token }, cancellationToken);
        return ([.. page.Items.Select(item => item.Key.Sk)], page.NextToken);
    }

    /// <exception cref="ApiException"><c>ApplicationAlreadyExistsException</c>.</exception>
    internal Task<bool> CreateAsync(Application application, CancellationToken cancellationToken)
    {
        var name = PutItem.Of(ApplicationKeys.Name(application.ApplicationName), new ApplicationReference(application.ApplicationId), Condition.Absent);
        var record = PutItem.Of(ApplicationKeys.Application(application.ApplicationId), application, Condition.Absent);
        return GuardedWrite.TryAllAsync(table, [new(name, ApplicationErrors.AlreadyExists(application.ApplicationName)), new(record)], cancellationToken);
    }

    /// <summary>Changes what is stored, by whatever it is when the change is written.</summary>
    /// <exception cref="ApiException"><c>ApplicationDoesNotExistException</c>.</exception>
    internal Task ChangeAsync(string applicationName, Func<Application, Application> change, CancellationToken cancellationToken) => Contention.RetryAsync(async () =>
    {
        var (item, application) = await GetItemAsync(applicationName, cancellationToken);
        GuardedWrite changed = new(PutItem.Of(item.Key, change(application), Condition.Rev(item.Rev)));
        return await GuardedWrite.TryAllAsync(table, [changed], cancellationToken);
    });

    /// <exception cref="ApiException"><c>ApplicationDoesNotExistException</c>, <c>ApplicationAlreadyExistsException</c>.</exception>
    internal Task RenameAsync(string from, string to, CancellationToken cancellationToken) => Contention.RetryAsync(async () =>
    {
        var (item, application) = await GetItemAsync(from, cancellationToken);
        var taken = PutItem.Of(ApplicationKeys.Name(to), new ApplicationReference(application.ApplicationId), Condition.Absent);
        var renamed = PutItem.Of(item.Key, application with { ApplicationName = to }, Condition.Rev(item.Rev));
        var freed = new DeleteItem(ApplicationKeys.Name(from), Condition.Equal("applicationId", application.ApplicationId));
        return await GuardedWrite.TryAllAsync(table, [new(taken, ApplicationErrors.AlreadyExists(to)), new(renamed), new(freed)], cancellationToken);
    });

    /// <summary>The one that has this name, even if it is being deleted; null if the name is free.</summary>
    internal async Task<Item?> FindItemAsync(string applicationName, CancellationToken cancellationToken)
    {
        if (await table.GetAsync(ApplicationKeys.Name(applicationName), cancellationToken) is not { } name)
        {
            return null;
        }

        // Between the two reads the application may be renamed or deleted: then it has not that name any more.
        var item = await table.GetAsync(ApplicationKeys.Application(name.Read<ApplicationReference>().ApplicationId), cancellationToken);
        return item?.Read<Application>().ApplicationName == applicationName ? item : null;
    }

    private async Task<(Item Item, Application Application)> GetItemAsync(string applicationName, CancellationToken cancellationToken) =>
        await FindItemAsync(applicationName, cancellationToken) is { } item && item.Read<Application>() is { DeletingSince: null } application
            ? (item, application)
            : throw ApplicationErrors.DoesNotExist(applicationName);
}
