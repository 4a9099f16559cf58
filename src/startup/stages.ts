import { appOfflineStage } from '../ancm/app-offline-stage.ts';
import { applicationArgumentsStage } from '../ancm/application-arguments-stage.ts';
import { applicationStartStage } from '../ancm/application-start-stage.ts';
import { aspNetCoreSectionStage } from '../ancm/aspnetcore-section-stage.ts';
import { childProcessStage } from '../ancm/child-process-stage.ts';
import { createProcessStage } from '../ancm/create-process-stage.ts';
import { frameworkResolutionStage } from '../ancm/framework-resolution-stage.ts';
import { hostingModelStage } from '../ancm/hosting-model-stage.ts';
import { listenPortStage } from '../ancm/listen-port-stage.ts';
import { listeningStage } from '../ancm/listening-stage.ts';
import { loadHostfxrStage } from '../ancm/load-hostfxr-stage.ts';
import { locateDotnetStage } from '../ancm/locate-dotnet-stage.ts';
import { locateHostfxrStage } from '../ancm/locate-hostfxr-stage.ts';
import { moduleEnabledStage } from '../ancm/module-enabled-stage.ts';
import { outOfProcessHandlerStage } from '../ancm/outofprocess-handler-stage.ts';
import { processPathStage } from '../ancm/process-path-stage.ts';
import { requestHandlerStage } from '../ancm/request-handler-stage.ts';
import { applicationPoolStage } from '../iis/application-pool-stage.ts';
import { configurationStage } from '../iis/configuration-stage.ts';
import { handlerMappingStage } from '../iis/handler-mapping-stage.ts';
import { moduleImageStage } from '../iis/module-image-stage.ts';
import { workerProcessStage } from '../iis/worker-process-stage.ts';
import type { AnyStage } from '../model/stage.ts';
import type { HostingModel } from '../model/target-server.ts';

/** A stage, and the hosting model it belongs to where it is not part of every start. */
export interface ListedStage {
  readonly stage: AnyStage;
  readonly only?: HostingModel;
}

const inProcess = (stage: AnyStage): ListedStage => ({ stage, only: 'inprocess' });
const outOfProcess = (stage: AnyStage): ListedStage => ({ stage, only: 'outofprocess' });

/**
 * The start of an ASP.NET Core application on IIS, in order: the story this program tells.
 * IIS brings up a worker process, reads its configuration and finds the module; the module reads its section, looks at its neighbours and
 * finds the .NET host; the host finds the frameworks; the request handler brings the application up, inside the worker or beside it.
 */
export const stages: readonly ListedStage[] = [
  // IIS
  { stage: applicationPoolStage },
  { stage: workerProcessStage },
  { stage: moduleImageStage },
  { stage: configurationStage },
  { stage: handlerMappingStage },
  // The ASP.NET Core Module
  { stage: moduleEnabledStage },
  { stage: appOfflineStage },
  { stage: aspNetCoreSectionStage },
  { stage: hostingModelStage },
  // In-process: the module, the .NET host, the in-process request handler
  inProcess(processPathStage),
  inProcess(locateDotnetStage),
  inProcess(locateHostfxrStage),
  inProcess(loadHostfxrStage),
  inProcess(applicationArgumentsStage),
  inProcess(frameworkResolutionStage),
  inProcess(requestHandlerStage),
  inProcess(applicationStartStage),
  // Out-of-process: the out-of-process request handler, and the child process it starts
  outOfProcess(outOfProcessHandlerStage),
  outOfProcess(listenPortStage),
  outOfProcess(createProcessStage),
  outOfProcess(childProcessStage),
  outOfProcess(listeningStage),
];
