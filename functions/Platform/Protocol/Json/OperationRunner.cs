using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Platform.Json;

namespace Sluice.Platform.Protocol.Json;

/// <summary>Runs an operation's class on JSON, and on what is streamed beside it.</summary>
internal abstract class OperationRunner
{
    /// <summary>What the class takes, and what it answers.</summary>
    public abstract (Type Input, Type Output) Records { get; }

    public abstract Task<OperationOutput> RunAsync(IServiceProvider services, ReadOnlyMemory<byte> input, Stream? content, OperationContext context, CancellationToken cancellationToken);

    /// <exception cref="InvalidOperationException">The class is no operation.</exception>
    public static OperationRunner Of(Type implementation)
    {
        var operation = implementation.GetInterfaces().SingleOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IOperation<,>))
            ?? throw new InvalidOperationException($"{implementation} is registered as an operation, but does not implement IOperation once.");
        return (OperationRunner)Activator.CreateInstance(typeof(Typed<,,>).MakeGenericType([implementation, .. operation.GetGenericArguments()]))!;
    }

    private sealed class Typed<TOperation, TInput, TOutput> : OperationRunner
        where TOperation : class, IOperation<TInput, TOutput>
        where TInput : class
        where TOutput : class
    {
        // A model streams at most one member, the payload.
        private readonly PropertyInfo? _contentIn = typeof(TInput).GetProperties().SingleOrDefault(property => property.PropertyType == typeof(Stream));
        private readonly PropertyInfo? _contentOut = typeof(TOutput).GetProperties().SingleOrDefault(property => property.PropertyType == typeof(Stream));

        public override (Type Input, Type Output) Records => (typeof(TInput), typeof(TOutput));

        public override async Task<OperationOutput> RunAsync(
            IServiceProvider services, ReadOnlyMemory<byte> input, Stream? content, OperationContext context, CancellationToken cancellationToken)
        {
            var read = JsonSerializer.Deserialize<TInput>(input.Span, SluiceJson.Options)!;
            _contentIn?.SetValue(read, content);
            var output = await services.GetRequiredService<TOperation>().RunAsync(read, context, cancellationToken);
            return new OperationOutput(JsonSerializer.SerializeToElement(output, SluiceJson.Options), (Stream?)_contentOut?.GetValue(output));
        }
    }
}
