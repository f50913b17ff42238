using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Sluice.Local.Host.Http;
using Sluice.Platform;
using Sluice.Platform.Access;
using Sluice.Platform.Access.Files;
using Sluice.Platform.Accounts;
using Sluice.Platform.Ids;
using Sluice.Platform.Protocol;
using Sluice.Platform.Tables;
using Sluice.Platform.Tables.Sqlite;

namespace Sluice.Local.Tests.Clients;

/// <summary>A server of the wire API, as the suite has it on one machine, with a few operations of CodeArtifact's that keep what they are given.</summary>
public sealed class CodeArtifactServer : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sluice-artifacts-").FullName;
    private readonly SqliteTable _table = SqliteTable.InMemory(TimeProvider.System);
    private ServiceProvider? _services;
    private WebApplication? _web;

    public Uri Url => new(_web!.Urls.Single());

    public string Credentials => Path.Combine(_folder, "credentials");

    public async ValueTask InitializeAsync()
    {
        _services = new ServiceCollection()
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton<ITable>(_table)
            .AddSingleton<ISecretBox>(new KeyFileSecretBox(Path.Combine(_folder, "secret.key")))
            .AddSingleton(SuiteAccount.OneMachine)
            .AddSingleton(new CodeArtifactOperations.Shelf(Path.Combine(_folder, "asset")))
            .AddPlatform()
            .AddOperation<CodeArtifactOperations.PublishPackageVersion>("codeartifact")
            .AddOperation<CodeArtifactOperations.GetPackageVersionAsset>("codeartifact")
            .AddOperation<CodeArtifactOperations.CopyPackageVersions>("codeartifact")
            .AddOperation<CodeArtifactOperations.GetAuthorizationToken>("codeartifact")
            .BuildServiceProvider();
        var issued = await _services.GetRequiredService<AccessKeys>().IssueAsync(Roles.Admin, "test");
        await File.WriteAllTextAsync(Credentials, $"[default]\naws_access_key_id = {issued.Key.AccessKeyId}\naws_secret_access_key = {issued.SecretAccessKey}\n");
        await StartAsync(_services);
    }

    public async ValueTask DisposeAsync()
    {
        await _web!.DisposeAsync();
        await _services!.DisposeAsync();
        _table.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartAsync(ServiceProvider services)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [] });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        _web = builder.Build();
        var emulated = new EmulatedServices([], services.GetRequiredService<RequestAuthentication>(), new RandomIds(), NullLogger<EmulatedServices>.Instance);
        _web.Run(new WireHttp(services.GetRequiredService<ApiEndpoint>(), emulated).AnswerAsync);
        await _web.StartAsync();
    }
}
