using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Platform.Connections;
using Sluice.Platform.Protocol;
using Sluice.Platform.Protocol.Models;
using Sluice.World.Refusals;

namespace Sluice.Connections.Tests.Refusals;

/// <summary>Each error that an operation's model declares is provoked over the wire, or it is said why it cannot be.</summary>
public sealed class DeclaredErrorTests : IAsyncLifetime
{
    private LoopbackServer _host = null!;

    private static readonly ServiceModel _model = new ServiceModels()["codeconnections"];
    private static readonly ModelRefusals _refusals = new(_model, ConnectionCases.Good, ConnectionCases.Declared, ConnectionCases.Unreachable);

    public static TheoryData<string, string, string, string> Refusals =>
        [.. ConnectionCases.Declared.Concat(ConnectionCases.Invalid).Select(one => new TheoryDataRow<string, string, string, string>(one.Operation, one.Error, one.Edit, one.Says))];

    public static TheoryData<string> Operations => [.. Built()];

    public async ValueTask InitializeAsync() => _host = await LoopbackServer.StartAsync(async http =>
    {
        http.Response.StatusCode = StatusCodes.Status201Created;
        await http.Response.WriteAsync("""{"id":1}""");
    });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_is_wrong_is_refused_by_its_error_says_so_and_leaves_no_trace(string operation, string error, string edit, string says)
    {
        using var world = await WorldAsync();
        await _refusals.RefusesAsync(world, new Refusal(operation, error, edit, says));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Without_what_is_wrong_it_is_accepted(string operation)
    {
        using var world = await WorldAsync();
        await _refusals.AcceptsAsync(world, operation);
    }

    [Fact]
    public void Every_error_of_the_model_is_provoked_or_it_is_said_why_it_cannot_be() => _refusals.ProvokesOrExplains(Built());

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Text_of_any_length_is_taken_or_refused_by_an_error_that_the_operation_declares(string operation)
    {
        using var world = await WorldAsync();
        await _refusals.TakesOrRefusesTextOfAnyLengthAsync(world, operation);
    }

    /// <summary>The service's model declares no error for what breaks a constraint.</summary>
    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_constraint_that_is_broken_is_refused(string operation)
    {
        using var world = await WorldAsync();
        string[] undeclared = [.. BrokenInput.All(_model.Operations[operation], ConnectionCases.Good.Of(operation)).Select(broken => $"{operation} {broken.Path}")];
        await _refusals.DeclaresAnErrorForEachConstraintAsync(world, operation, undeclared);
    }

    private static IReadOnlyList<string> Built()
    {
        using var world = new ConnectionWorld();
        return new OperationCatalog(new ServiceModels(), world.Services.GetServices<OperationRegistration>()).BuiltOf("codeconnections");
    }

    /// <summary>A host with a connection that signs in, one without any, and connections of other kinds.</summary>
    private async Task<ConnectionWorld> WorldAsync()
    {
        var world = new ConnectionWorld();
        var store = world.Get<ConnectionStore>();
        var connected = await world.ConnectAsync(GitProvider.GitHubEnterpriseServer, _host.Address);
        world.Name("azure", store.ArnOf(await world.ConnectAsync(GitProvider.AzureDevOps)));
        world.Name("connection", store.ArnOf(connected));
        world.Name("usedHost", $"arn:aws:codeconnections:us-east-1:123456789012:host/{connected.HostId}");
        world.Name("host", (string)(await world.Api.CallAsync("CreateHost", SingleQuoted.Json("{'Name':'free','ProviderType':'GitLabSelfManaged','ProviderEndpoint':'https://git.example.com'}")))!["HostArn"]!);
        world.Name("pending", (string)(await world.Api.CallAsync("CreateConnection", SingleQuoted.Json("{'ConnectionName':'pending','ProviderType':'GitHub'}")))!["ConnectionArn"]!);
        return world;
    }
}
