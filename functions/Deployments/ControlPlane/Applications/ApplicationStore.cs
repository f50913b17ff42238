using Sluice.Deployments.Keys;
using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.ControlPlane.Applications;

/// <summary>Reads and writes applications.</summary>
public sealed class ApplicationStore(ITable table) : NamedStore<Application, string>(table)
{
    /// <inheritdoc/>
    protected override string IdMember => "applicationId";

    /// <summary>A page of names, in their order.</summary>
    internal async Task<(IReadOnlyList<string> Names, string? NextToken)> ListAsync(string? token, CancellationToken cancellationToken)
    {
        var page = await Pages.ReadAsync(Table, new Query(ApplicationKeys.Names) { PageToken = token }, cancellationToken: cancellationToken);
        return ([.. page.Items.Select(item => item.Key.Sk)], page.NextToken);
    }

    /// <exception cref="ApiException"><c>ApplicationDoesNotExistException</c>, <c>ApplicationAlreadyExistsException</c>.</exception>
    internal Task RenameAsync(string from, string to, CancellationToken cancellationToken) =>
        ChangeAsync(from, application => application with { ApplicationName = to }, cancellationToken);

    /// <summary>The one that has this name, even if it is being deleted; null if the name is free.</summary>
    internal Task<Versioned<Application>?> FindEvenDeletedAsync(string applicationName, CancellationToken cancellationToken) => FindItemAsync(applicationName, cancellationToken);

    /// <inheritdoc/>
    protected override string IdOf(Application record) => record.ApplicationId;

    /// <inheritdoc/>
    protected override string NameOf(Application record) => record.ApplicationName;

    /// <inheritdoc/>
    protected override Key RecordKey(string id) => ApplicationKeys.Application(id);

    /// <inheritdoc/>
    protected override Key NameKey(string name) => ApplicationKeys.Name(name);

    /// <inheritdoc/>
    protected override bool IsThere(Application record) => record.DeletingSince is null;

    /// <inheritdoc/>
    protected override Exception DoesNotExist(string name) => ApplicationErrors.DoesNotExist(name);

    /// <inheritdoc/>
    protected override Exception AlreadyExists(string name) => ApplicationErrors.AlreadyExists(name);
}
