using Sluice.Deployments.ControlPlane.Applications;
using Sluice.Deployments.ControlPlane.Groups;
using Sluice.Deployments.Keys;

namespace Sluice.Deployments.ControlPlane.Removal;

/// <summary>
/// Deletes an application with its groups and revisions, which are too many for one transaction: first it is marked, and is not found any more; its name is
/// free at the end. If that is interrupted, the next who deletes it or wants its name goes on.
/// </summary>
public sealed class ApplicationRemoval(ITable table, ApplicationStore applications, GroupStore groups, TimeProvider time)
{
    /// <summary>Deletes it; one that is not there is deleted already.</summary>
    internal Task RemoveAsync(string applicationName, CancellationToken cancellationToken) => Contention.RetryAsync("The application", async () =>
    {
        if (await applications.FindEvenDeletedAsync(applicationName, cancellationToken) is not { } found)
        {
            return true;
        }

        var application = found.Value;
        if (application.DeletingSince is null && !await MarkAsync(found, cancellationToken))
        {
            return false;
        }

        await FinishAsync(application, cancellationToken);
        return true;
    });

    /// <summary>Ends a deletion that was interrupted.</summary>
    /// <returns>Whether there was one, so that the name is free now.</returns>
    internal async Task<bool> EndInterruptedAsync(string applicationName, CancellationToken cancellationToken)
    {
        if ((await applications.FindEvenDeletedAsync(applicationName, cancellationToken))?.Value is not { DeletingSince: not null } application)
        {
            return false;
        }

        await FinishAsync(application, cancellationToken);
        return true;
    }

    private Task<bool> MarkAsync(Versioned<Application> found, CancellationToken cancellationToken)
    {
        var marked = found.Value with { DeletingSince = time.GetUtcNow() };
        return GuardedWrite.TryAllAsync(table, [PutItem.Of(ApplicationKeys.Application(marked.ApplicationId), marked, Condition.Rev(found.Rev))], cancellationToken);
    }

    private async Task FinishAsync(Application application, CancellationToken cancellationToken)
    {
        var id = application.ApplicationId;
        var own = ApplicationKeys.Application(id);
        for (var query = new Query(ApplicationKeys.Partition(id)); ;)
        {
            var page = await table.QueryAsync(query, cancellationToken);
            foreach (var key in page.Items.Select(item => item.Key).Where(key => key != own))
            {
                await (GroupKeys.NameIn(key) is { } group ? groups.DeleteAsync(new GroupName(id, group), cancellationToken) : table.DeleteAsync(new DeleteItem(key), cancellationToken));
            }

            if (page.NextToken is null)
            {
                break;
            }

            query = query with { PageToken = page.NextToken };
        }

        // Whoever ended the same deletion meanwhile has done this too.
        DeleteItem name = new(ApplicationKeys.Name(application.ApplicationName), Condition.Equal("applicationId", id));
        await GuardedWrite.TryAllAsync(table, [new(name), new(new DeleteItem(own))], cancellationToken);
    }
}
