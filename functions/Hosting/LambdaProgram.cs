using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Hosting.Runtime;

namespace Sluice.Hosting;

/// <summary>The whole program of an executable of Lambda functions, for which the build writes the Main.</summary>
public static class LambdaProgram
{
    /// <summary>Runs the function that <c>ANNOTATIONS_HANDLER</c> names until the service ends the process.</summary>
    /// <returns>An exit code: 2 if this is no Lambda environment, 1 if the function cannot start, which the service has been told.</returns>
    public static Task<int> RunAsync(Assembly assembly) =>
        RunAsync(assembly, LambdaEnvironment.Get("AWS_LAMBDA_RUNTIME_API"), LambdaEnvironment.Get("ANNOTATIONS_HANDLER"), CancellationToken.None);

    /// <summary>Ends the process with 1, and tells the service why, if this is a Lambda environment and <c>ANNOTATIONS_HANDLER</c> names no function of the assembly; else does nothing.</summary>
    public static void RequireHandler(Assembly assembly)
    {
        if (!RequireHandlerAsync(assembly, LambdaEnvironment.Get("AWS_LAMBDA_RUNTIME_API"), LambdaEnvironment.Get("ANNOTATIONS_HANDLER"), CancellationToken.None).GetAwaiter().GetResult())
        {
            Environment.Exit(1);
        }
    }

    internal static async Task<bool> RequireHandlerAsync(Assembly assembly, string? runtimeApi, string? handler, CancellationToken cancellationToken)
    {
        if (runtimeApi is null)
        {
            return true;
        }

        try
        {
            Find(assembly, handler);
            return true;
        }
        catch (InvalidOperationException e)
        {
            using var http = new HttpClient();
            await FailInitAsync(new RuntimeApi(http, runtimeApi), e, cancellationToken);
            return false;
        }
    }

    internal static async Task<int> RunAsync(Assembly assembly, string? runtimeApi, string? handler, CancellationToken cancellationToken)
    {
        if (runtimeApi is null)
        {
            await Console.Error.WriteLineAsync("This program is made of Lambda functions. It runs where AWS_LAMBDA_RUNTIME_API says how to get invocations.");
            return 2;
        }

        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        var api = new RuntimeApi(http, runtimeApi);
        RuntimeLoop loop;
        try
        {
            loop = Start(assembly, api, handler);
        }
        catch (Exception e)
        {
            await FailInitAsync(api, e, cancellationToken);
            return 1;
        }

        await loop.RunAsync(cancellationToken);
        return 0;
    }

    private static async Task FailInitAsync(RuntimeApi api, Exception error, CancellationToken cancellationToken)
    {
        await Console.Error.WriteLineAsync(error.ToString());
        await api.FailInitAsync(RuntimeError.Of(error), cancellationToken);
    }

    private static EntryPoint Find(Assembly assembly, string? handler)
    {
        var entryPoints = EntryPoints.Discover(assembly);
        return entryPoints.FirstOrDefault(e => e.Name == handler)
            ?? throw new InvalidOperationException($"ANNOTATIONS_HANDLER is '{handler}'; expected one of {string.Join(", ", entryPoints.Select(e => e.Name))}.");
    }

    private static RuntimeLoop Start(Assembly assembly, RuntimeApi api, string? handler)
    {
        var entryPoint = Find(assembly, handler);
        var services = new ServiceCollection();
        EntryPoints.ConfigureServices(assembly, services);
        return new RuntimeLoop(api, entryPoint, services.BuildServiceProvider(), FunctionFacts.FromEnvironment(), TimeProvider.System);
    }
}
