using System.Runtime.CompilerServices;

namespace Sluice.Hosting;

/// <summary>Compiled into an executable of Lambda functions whose Main the genuine generator makes: that Main ends without a word if <c>ANNOTATIONS_HANDLER</c> names none of them.</summary>
internal static class HandlerCheck
{
    [ModuleInitializer]
    internal static void Run() => LambdaProgram.RequireHandler(typeof(HandlerCheck).Assembly);
}
