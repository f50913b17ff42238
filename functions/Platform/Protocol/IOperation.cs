namespace Sluice.Platform.Protocol;

/// <summary>
/// One operation of the wire API. Its class has the operation's name; its input and output are records with the members of the model's shapes
/// (camelCase on the wire, timestamps as <see cref="DateTimeOffset"/>). The input was checked against the model before; members that a client may leave out are nullable.
/// A member that the model streams is a <see cref="Stream"/> of the record. The one that comes is read once, and is not known to be as it was signed before its end was read without an exception; the one that is answered is disposed of once it is sent.
/// </summary>
public interface IOperation<in TInput, TOutput>
    where TInput : class
    where TOutput : class
{
    /// <summary>Decides, stores and answers.</summary>
    /// <exception cref="ApiException">An error of the operation's model.</exception>
    Task<TOutput> RunAsync(TInput input, OperationContext context, CancellationToken cancellationToken);
}
