using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Platform.Json;

namespace Sluice.Platform.Protocol.Json;

/// <summary>Runs an operation's class on JSON, and on what is streamed beside it. What knows the class is made at the first call: a process is asked few of a service's operations.</summary>
internal sealed class OperationRunner
{
    private readonly Lazy<ITyped> _typed;

    private OperationRunner(Type implementation, Type input, Type output)
    {
        Records = (input, output);
        _typed = new(() => (ITyped)Activator.CreateInstance(typeof(Typed<,,>).MakeGenericType(implementation, input, output))!);
    }

    private interface ITyped
    {
        Task<OperationOutput> RunAsync(IServiceProvider services, ReadOnlyMemory<byte> input, Stream? content, OperationContext context, CancellationToken cancellationToken);
    }

    /// <summary>What the class takes, and what it answers.</summary>
    public (Type Input, Type Output) Records { get; }

    public Task<OperationOutput> RunAsync(IServiceProvider services, ReadOnlyMemory<byte> input, Stream? content, OperationContext context, CancellationToken cancellationToken) =>
        _typed.Value.RunAsync(services, input, content, context, cancellationToken);

    /// <exception cref="InvalidOperationException">The class is no operation.</exception>
    public static OperationRunner Of(Type implementation)
    {
        var operation = implementation.GetInterfaces().SingleOrDefault(implemented => implemented.IsGenericType && implemented.GetGenericTypeDefinition() == typeof(IOperation<,>))
            ?? throw new InvalidOperationException($"{implementation} is registered as an operation, but does not implement IOperation once.");
        var records = operation.GetGenericArguments();
        return new OperationRunner(implementation, records[0], records[1]);
    }

    private sealed class Typed<TOperation, TInput, TOutput> : ITyped
        where TOperation : class, IOperation<TInput, TOutput>
        where TInput : class
        where TOutput : class
    {
        // A model streams at most one member, the payload.
        private readonly PropertyInfo? _contentIn = typeof(TInput).GetProperties().SingleOrDefault(property => property.PropertyType == typeof(Stream));
        private readonly PropertyInfo? _contentOut = typeof(TOutput).GetProperties().SingleOrDefault(property => property.PropertyType == typeof(Stream));

        public async Task<OperationOutput> RunAsync(
            IServiceProvider services, ReadOnlyMemory<byte> input, Stream? content, OperationContext context, CancellationToken cancellationToken)
        {
            var read = JsonSerializer.Deserialize<TInput>(input.Span, SluiceJson.Options)!;
            _contentIn?.SetValue(read, content);
            var output = await services.GetRequiredService<TOperation>().RunAsync(read, context, cancellationToken);
            return new OperationOutput(JsonSerializer.SerializeToElement(output, SluiceJson.Options), (Stream?)_contentOut?.GetValue(output));
        }
    }
}
